import { toLookupTable, type ColorScale } from './colorScale.js';
import { parseColor } from './cssColor.js';

/**
 * How numbers become colours, as plain data that crosses to the drawing worker: `colors[0]` at `low`, the last at
 * `high`, linear between, clamped beyond. A colour is a 32-bit word with its bytes in the order of ImageData (red first
 * in memory). Numbers that are not finite never reach the table: they are hatched with `bad`.
 */
export interface ColorTable {
  readonly low: number;
  readonly high: number;
  readonly colors: Uint32Array;
  /** Whether the top gives light: it does where the scale shows activations. @default false */
  readonly glows?: boolean | undefined;
  /** Lines and ground of the hatching that stands for NaN and ±∞. */
  readonly bad: readonly [line: number, ground: number];
}

/** Scales of the same colours share a table. */
const tables = new WeakMap<ColorScale['stops'], Uint32Array>();

/** A scale as the drawing worker takes it. */
export function colorTable(scale: ColorScale): ColorTable {
  const [low, high] = scale.domain;
  const colors = tables.get(scale.stops) ?? toLookupTable(scale);
  tables.set(scale.stops, colors);
  return {
    low,
    high,
    colors,
    glows: scale.kind !== 'diverging',
    bad: [colorWord(scale.hatch[0]), colorWord(scale.hatch[1])],
  };
}

/** A plain colour as one word of an ImageData: red in the lowest address. */
export function colorWord(color: string): number {
  const { red, green, blue, opacity } = parseColor(color) ?? { red: 0, green: 0, blue: 0, opacity: 0 };
  return new Uint32Array(Uint8ClampedArray.of(red, green, blue, opacity * 255).buffer)[0] ?? 0;
}
