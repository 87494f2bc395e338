/** Words grow with pictures wider than a page, though less than they do. */
export function wordScaleFor(width: number): number {
  return Math.min(1.45, Math.max(1, width / 1400));
}

/** How wide small words will be, by their letters: nothing is measured before the first picture. `pad` is kept free around them. */
export function wordWidth(text: string, wordScale: number, pad = 8): number {
  return (text.length * 6.2 + pad) * wordScale;
}

/** How wide words are that stand one below the other. */
export function stackedWidth(text: string, wordScale: number): number {
  return Math.max(...text.split(' ').map((word) => wordWidth(word, wordScale, 4)));
}
