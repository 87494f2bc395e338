/** The largest float32. */
export const largest = 3.4028234663852886e38;

const smallest = 2 ** -149;

/** The distance of neighbouring float32 numbers at x. */
function ulpAt(x: number): number {
  const size = Math.abs(x);
  return size < 2 ** -126 ? smallest : 2 ** (Math.floor(Math.log2(size)) - 23);
}

/** By how many units in its last place a float32 answer is off; ∞ is right where the truth is beyond float32. */
export function inUlps(answer: number, exact: number): number {
  if (Math.abs(exact) >= 2 ** 128 && Math.abs(answer) === Infinity) return 0;
  return Math.abs(answer - exact) / ulpAt(exact);
}

/** The bits of a float32. */
export function bitsOf(x: number): number {
  return new Uint32Array(Float32Array.of(x).buffer)[0]!;
}
