import type { Point, Stroke } from './strokes.js';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const most = digits.length - 1;

/** A drawing as text for an address: two characters per point on a grid of 64 × 64, strokes with full stops between them. */
export function strokesToText(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      const points = stroke.map((point) => point.map((share) => digits[Math.round(share * most)]).join(''));
      return points.filter((point, index) => point !== points[index - 1]).join('');
    })
    .join('.');
}

/** The drawing that such a text stands for; nothing for anything else. */
export function textToStrokes(text: string): readonly Stroke[] {
  if (!/^(?:[\w-]{2})+(?:\.(?:[\w-]{2})+)*$/.test(text)) return [];
  return text
    .split('.')
    .map((stroke) =>
      (stroke.match(/../g) ?? []).map(([x = '', y = '']): Point => [
        digits.indexOf(x) / most,
        digits.indexOf(y) / most,
      ]),
    );
}
