import type { GraphGeometry } from '../layout/geometry.js';

/**
 * Words on the picture and where they stand: decided once, for the page and for exported files. CSS pixels from the picture's corner.
 */
export interface Label {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Which end of the words `x` is. */
  readonly align: 'start' | 'middle' | 'end';
  /** Whether `y` is the middle of the lines, their top (below) or their bottom (above). */
  readonly stand: 'middle' | 'below' | 'above';
  /** Longer words are cut; null: never. */
  readonly maxWidth: number | null;
  readonly tone: LabelTone;
}

/** muted: names and counts. text: numbers, and the answer. accent: something is wrong with a layer. */
export type LabelTone = 'muted' | 'text' | 'accent';

/** The size of words on the picture, in CSS pixels. */
export function labelSize({ wordScale }: GraphGeometry): number {
  return 11 * wordScale;
}
