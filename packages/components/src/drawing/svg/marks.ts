import type { ColorTable } from '../scenes/scale.js';
import { LEAST_MARKED } from '../scenes/neuronMarks.js';
import { markWords } from '../scenes/scale.js';
import { cssOf } from './connections.js';
import { round } from './text.js';

const name = 'neuroglow-not-finite';

/** The fill of what is not a finite number; needs `hatchingDefinition` in the same document. */
export const hatchingFill: string = `url(#${name})`;

/** The hatching that stands for NaN and ±∞, in the colours that the canvas hatches with. */
export function hatchingDefinition(tables: readonly (ColorTable | null | undefined)[]): string {
  const bad = tables.find((table) => table)?.bad;
  if (!bad) return '';
  const [ground, stripe] = bad;
  return [
    `<defs><pattern id="${name}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
    `<rect width="4" height="4" fill="${cssOf(ground)}"/><rect width="2" height="4" fill="${cssOf(stripe)}"/>`,
    '</pattern></defs>',
  ].join('');
}

/** A dead neuron (1) is struck through; a saturated one (2) wears a full stop, as on the canvas. `ground` is the word of what lies below. */
export function svgFlag(flag: number, x: number, y: number, radius: number, ground: number): string[] {
  if (flag === 0 || radius < LEAST_MARKED) return [];
  const [mark, edge] = markWords(ground).map(cssOf);
  if (flag === 2) {
    const dot = Math.max(1.75, radius * 0.3);
    return [
      `<circle cx="${x}" cy="${y}" r="${round(dot)}" fill="${mark}"/>`,
      `<circle cx="${x}" cy="${y}" r="${round(dot + 0.5)}" fill="none" stroke="${edge}" stroke-width="1"/>`,
    ];
  }
  const arm = radius * 0.5;
  const pen = 2 * Math.max(0.8, Math.min(radius * 0.12, 1.6));
  const stroke = (slope: 1 | -1): string =>
    `M${round(x - arm)} ${round(y - slope * arm)}L${round(x + arm)} ${round(y + slope * arm)}`;
  const cross = (color: string | undefined, width: number): string =>
    `<path d="${stroke(1)}${stroke(-1)}" stroke="${color}" stroke-width="${round(width)}" stroke-linecap="round" fill="none"/>`;
  return [cross(edge, pen + 2), cross(mark, pen)];
}
