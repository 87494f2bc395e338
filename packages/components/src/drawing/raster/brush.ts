import type { Gap } from './gaps.js';
import type { Dash } from './strokes.js';

/** Above this many between two layers, widths could not be told apart, and hairlines are drawn twice as fast. */
const HAIRLINES = 600;

/** Ink and width of a connection by magnitude: strong ones are thick and opaque, weak ones pale hairlines. */
export interface Brush {
  readonly domain: number;
  readonly mostInk: number;
  readonly mostWidth: number;
  /** 0: ink grows with magnitude; 1: with its square, so that among very many the weak ones step back. */
  readonly contrast: number;
  readonly dash: Dash;
  /** Magnitudes below leave no ink. */
  readonly least: number;
}

/** The brush for `count` connections of a gap; `melts` where they are not drawn one by one. */
export function brushFor(
  gap: Gap,
  domain: number,
  count: number,
  scale: number,
  { least = 0, melts = false }: { readonly least?: number; readonly melts?: boolean } = {},
): Brush {
  const room = (spanOf(gap.from) + spanOf(gap.to)) / 2 + 8 * scale;
  // Lines over each other, on a pixel.
  const crowd = Math.max(1, count) / room;
  return {
    domain: domain > 0 ? domain : 1,
    // The more lines share a pixel, the less ink each may leave; by their number, not by their values, so that a colour keeps its meaning.
    // Where they melt the difference of both signs is shown, and that grows with the root of their number.
    mostInk: Math.min(2.2, melts ? 4 / Math.sqrt(crowd) : 3.2 / crowd),
    mostWidth: scale * (count > HAIRLINES ? 1 : Math.min(3, Math.max(1, 44 / Math.sqrt(Math.max(1, count))))),
    contrast: 0.75 * Math.min(1, count / 400),
    dash: { on: 5 * scale, period: 8.5 * scale },
    least,
  };
}

function spanOf(positions: Float32Array): number {
  return Math.abs((positions[positions.length - 1] ?? 0) - (positions[0] ?? 0));
}

export function inkOf(brush: Brush, magnitude: number): number {
  const share = magnitude >= brush.domain ? 1 : magnitude / brush.domain;
  return brush.mostInk * share * (1 - brush.contrast * (1 - share));
}

/** Below it a line could not be seen even where many cross. */
export const LEAST_INK = 0.002;

/** A connection's thickness in device pixels. */
export function widthOf(brush: Brush, magnitude: number): number {
  return 0.7 + (brush.mostWidth - 0.7) * Math.min(1, magnitude / brush.domain);
}
