import type { Brush } from './brush.js';
import type { Gap } from './gaps.js';
import type { InkStrip, InkTable } from './ink.js';
import type { Way } from './strokes.js';
import type { Surface } from './surface.js';

/** Some of a gap's connections: a rectangle of its values. */
export interface Rectangle {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/**
 * The pixel work of drawing connections, gap by gap: gathers their ink in a strip and turns it into pixels. There are two backends, one in
 * WebAssembly and one in plain JavaScript, and their pictures look the same.
 */
export interface RasterBackend {
  /** A clear surface, which `resolve` writes to. Valid until the next call. */
  surface(width: number, height: number): Surface;
  /** Starts a gap, with a clear strip of `rows` pixels a column. The strip is valid until the next call. */
  begin(gap: Gap, way: Way, rows: number): InkStrip;
  /** Draws connections one by one. */
  strokes(brush: Brush, part: Rectangle): void;
  /** Draws all connections as a fan for each neuron of the narrow side; the wide side must be evenly spaced. */
  fans(brush: Brush): void;
  /** Draws all connections as one density picture. */
  density(brush: Brush): void;
  /** How many of the gap's values are not finite. */
  countNotFinite(): number;
  /** How many of the gap's values are finite and larger in magnitude than `domain`. */
  countBeyond(domain: number): number;
  /**
   * Turns the strip's ink into pixels. The surface below it is taken to be clear. `main` is the strip's first pixel along the layers.
   * Lines have dashes of their own; for net ink, `stripes` (device pixels a CSS pixel, 0 for none) lays diagonal
   * stripes over negative ink, so that hue does not tell the sign alone there either.
   */
  resolve(main: number, topToBottom: boolean, table: InkTable, stripes: number): void;
}

/** Memory could not grow: what was being drawn has to be drawn in another way. */
export class MemoryRefusedError extends Error {}

/** A density picture's side: enough points for the pixels it covers. */
export const densitySize = (rows: number): number => (rows > 200 ? 256 : 128);
