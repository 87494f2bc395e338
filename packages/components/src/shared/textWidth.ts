/** Widths in font sizes, as common sans-serif fonts have them. */
const narrow = /[ijl.,:;'’|!()[\]{} ]/u;
const slim = /[frtI\-/"“”*]/u;
const wide = /[mwMWQO@%&…]/u;
const capital = /[A-Z0-9ÄÖÜ+=−×<>#$€?]/u;

/** About how wide a text is. Nothing is measured: a file and a server have nothing to measure with. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return width * size * (bold ? 1.06 : 1);
}

function widthOf(sign: string): number {
  if (sign.codePointAt(0)! >= 0x1100) return 1;
  if (narrow.test(sign)) return 0.28;
  if (slim.test(sign)) return 0.36;
  if (wide.test(sign)) return 0.86;
  return capital.test(sign) ? 0.62 : 0.54;
}

/** The text, or as much of it as fits with an ellipsis behind. Never cuts a character in two. */
export function cutText(text: string, maxWidth: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= maxWidth) return text;
  const signs = Array.from(text);
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size, bold) > maxWidth) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
