/**
 * How numbers become colours, as plain data that crosses to the drawing worker: `colors[0]` at `low`, the last at
 * `high`, linear between, clamped beyond. A colour is a 32-bit word with its bytes in the order of ImageData (red first
 * in memory); `toWord` makes one. Numbers that are not finite never reach the table: they are hatched with `bad`.
 */
export interface ColorTable {
  readonly low: number;
  readonly high: number;
  readonly colors: Uint32Array;
  /** The two colours of the hatching that stands for NaN and ±∞. */
  readonly bad: readonly [number, number];
}

/** Packs red, green, blue (0–255) and alpha (0–1) into one word of an ImageData seen as little-endian Uint32. */
export function toWord(red: number, green: number, blue: number, alpha = 1): number {
  return (
    ((Math.round(alpha * 255) << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0
  );
}

/** The word for a value; `undefined` where the value is not finite, so that no caller forgets to hatch it. */
export function wordOf(table: ColorTable, value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const last = table.colors.length - 1;
  const at = Math.round(((value - table.low) / (table.high - table.low || 1)) * last);
  return table.colors[at < 0 ? 0 : at > last ? last : at];
}
