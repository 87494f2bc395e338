import type { Gap } from './gaps.js';
import type { Dash } from './strokes.js';

/** The width of the weakest connection, in device pixels. */
export const LEAST_WIDTH = 0.6;

/** The width of a connection by magnitude, and its ink by strength (magnitude times emphasis). */
export interface Brush {
  readonly domain: number;
  readonly mostInk: number;
  readonly mostWidth: number;
  /** 0: ink grows with magnitude; 1: with its square, so that among very many the weak ones step back. */
  readonly contrast: number;
  readonly dash: Dash;
  /** Strengths below leave no ink. */
  readonly least: number;
  /** Whether opacity follows the gap's emphasis; the connections of a neuron in focus are all shown alike. */
  readonly isEmphasized: boolean;
}

/** The brush for `count` connections of a gap; `isNet`: fans and density pictures, which show the difference of both signs. */
export function brushFor(
  gap: Gap,
  domain: number,
  count: number,
  scale: number,
  { least = 0, isNet = false }: { readonly least?: number; readonly isNet?: boolean } = {},
): Brush {
  const room = (spanOf(gap.from) + spanOf(gap.to)) / 2 + 8 * scale;
  // Lines over each other, on a pixel.
  const crowd = Math.max(1, count) / room;
  return {
    domain: domain > 0 ? domain : 1,
    // The more lines share a pixel, the less ink each may leave; by their number, not by their values, so that a colour keeps its meaning.
    // Net ink shows the difference of both signs, which grows with the root of their number.
    mostInk: isNet ? Math.min(3, 11 / Math.sqrt(crowd)) : Math.min(2.4, Math.max(1.6, 9 / crowd)),
    mostWidth: scale * Math.min(4.5, Math.max(1.4, 42 / Math.sqrt(Math.max(1, count)))),
    contrast: 0.6 * Math.min(1, count / 400),
    dash: { on: 5 * scale, period: 8.5 * scale },
    least,
    isEmphasized: gap.emphasis !== null,
  };
}

function spanOf(positions: Float32Array): number {
  return Math.abs((positions[positions.length - 1] ?? 0) - (positions[0] ?? 0));
}

/** The ink of a connection of that strength. */
export function inkOf(brush: Brush, strength: number): number {
  const share = strength >= brush.domain ? 1 : strength / brush.domain;
  return brush.mostInk * share * (1 - brush.contrast * (1 - share));
}

/** Below it a line could not be seen even where many cross. */
export const LEAST_INK = 0.002;

/** A connection's width in device pixels: it grows with the root of the magnitude, so that small weights can be told apart. */
export function widthOf(brush: Brush, magnitude: number): number {
  return LEAST_WIDTH + (brush.mostWidth - LEAST_WIDTH) * Math.sqrt(Math.min(1, magnitude / brush.domain));
}
