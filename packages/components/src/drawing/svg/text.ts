/** Words of the picture, where they stand. CSS pixels from the picture's corner; `anchor` says which end `x` is. */
export interface SvgText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly isUnderlined?: boolean;
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

/** Everything that XML 1.0 has no place for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as XML, in elements and in attributes. Characters that XML forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(notXml, '\u{FFFD}').replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text element. */
export function svgText({ text, x, y, anchor, size, bold, color, isUnderlined = false }: SvgText): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" dy="0.35em" font-size="${size}"${
    bold ? ' font-weight="700"' : ''
  }${isUnderlined ? ' text-decoration="underline"' : ''} fill="${escapeXml(color)}">${escapeXml(text)}</text>`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
