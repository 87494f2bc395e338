/** Words of the picture, where they stand. CSS pixels from the picture's corner; `anchor` says which end `x` is. */
export interface SvgText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

/** Reads names, labels and counts from the stage, so that an exported picture says what the page says. */
export function readTexts(stage: HTMLElement): SvgText[] {
  const view = stage.ownerDocument.defaultView;
  if (!view) return [];
  const box = stage.getBoundingClientRect();
  const texts: SvgText[] = [];
  for (const element of stage.querySelectorAll<HTMLElement>(
    '[class*="__name"], [class*="__unit"], [class*="__hidden"], [class*="__mark"], [class*="__pager"] > span, [class*="__note"] > span',
  )) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = view.getComputedStyle(element);
    const text = (element.textContent || '').replace('▾', '').trim();
    if (text === '' || width === 0) continue;
    texts.push({
      text,
      x: left - box.left + width / 2,
      y: top - box.top + height / 2,
      anchor: 'middle',
      size: parseFloat(style.fontSize) || 11,
      bold: Number(style.fontWeight) >= 600,
      color: style.color,
    });
  }
  return texts;
}

/** The colour that a transparent element lies on. */
export function backgroundOf(element: Element, fallback: string): string {
  const view = element.ownerDocument.defaultView;
  for (let node: Element | null = element; node && view; node = node.parentElement) {
    const color = view.getComputedStyle(node).backgroundColor;
    if (color && color !== 'transparent' && !/,\s*0\)$/.test(color) && !/\/\s*0\)$/.test(color)) return color;
  }
  return fallback;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text element. */
export function svgText({ text, x, y, anchor, size, bold, color }: SvgText): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" dy="0.35em" font-size="${size}"${
    bold ? ' font-weight="700"' : ''
  } fill="${color}">${escapeXml(text)}</text>`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
