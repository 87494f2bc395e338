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

/** Reads names, labels and counts from the stage, line by line, so that an exported picture says what the page says. */
export function readTexts(stage: HTMLElement): SvgText[] {
  const view = stage.ownerDocument.defaultView;
  if (!view) return [];
  const box = stage.getBoundingClientRect();
  const texts: SvgText[] = [];
  for (const element of stage.querySelectorAll<HTMLElement>(
    '[class*="__name"], [class*="__unit"], [class*="network-graph__hidden"], [class*="__mark"], [class*="__pager"] > span, [class*="__note"] > span',
  )) {
    const style = view.getComputedStyle(element);
    for (const { text, left, top, width, height } of linesOf(element)) {
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
  }
  return texts;
}

interface Line {
  text: string;
  readonly left: number;
  readonly top: number;
  width: number;
  readonly height: number;
}

/** An element's words in the lines that the page broke them into; cut where the page cuts them. */
function linesOf(element: HTMLElement): Line[] {
  const { ownerDocument, clientWidth, scrollWidth } = element;
  const range = ownerDocument.createRange();
  const nodes = ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  // Where nothing is laid out, there are no lines.
  if (!('getBoundingClientRect' in range)) return lines;
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    for (const word of node.data.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const { left, right, top, height } = range.getBoundingClientRect();
      const line = lines[lines.length - 1];
      if (word[0] === '▾' || right === left) continue;
      if (line && Math.abs(line.top - top) < height / 2) {
        line.text += ` ${word[0]}`;
        line.width = right - line.left;
      } else {
        lines.push({ text: word[0], left, top, width: right - left, height });
      }
    }
  }
  const [only] = lines;
  if (lines.length === 1 && only && clientWidth > 0 && scrollWidth > clientWidth + 1) {
    only.text = `${only.text.slice(0, Math.max(1, Math.floor((only.text.length * clientWidth) / scrollWidth) - 1))}…`;
    only.width = clientWidth;
  }
  return lines;
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
