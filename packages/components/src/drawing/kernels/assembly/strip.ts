// What all kernels draw into, and with: set once a gap, read by every call until the next.

/** Where ink is gathered: of lines, by sign; of net ink, signed and in the first. `columns` columns of `stride` numbers, of which the first `rows` are pixels. */
export let positive: usize = 0
export let negative: usize = 0
export let columns: i32 = 0
export let rows: i32 = 0
export let stride: i32 = 0
/** [columns + 1] how far across the connections are at the edge before each column. */
export let shares: usize = 0

/** Strengths as ink: `mostInk` at `domain` and beyond, weaker ones stepping back by `contrast`; none below `least`. */
export let domain: f32 = 1
export let mostInk: f32 = 1
export let contrast: f32 = 0
export let least: f32 = 0
// The same as factors of a magnitude and of its square.
let perDomain: f32 = 1
let linear: f32 = 1
let square: f32 = 0

/** [rows of values] the factor of the opacity of connections that leave each neuron; 0: none, all are alike. */
export let emphasis: usize = 0

/** Whether its halves have been cleared since `useStrip`: whoever draws in one clears it first, and what nobody draws in costs nothing. */
let hasPositive: bool = false
export let hasNegative: bool = false

/** Takes a strip of `2 · columns · stride` numbers at `ink`, a multiple of 16. */
export function useStrip(ink: usize, stripColumns: i32, stripRows: i32, stripStride: i32, shareAddress: usize): void {
  positive = ink
  negative = ink + 4 * stripColumns * stripStride
  columns = stripColumns
  rows = stripRows
  stride = stripStride
  shares = shareAddress
  hasPositive = false
  hasNegative = false
}

export function clearPositive(): void {
  if (!hasPositive) memory.fill(positive, 0, 4 * columns * stride)
  hasPositive = true
}

export function clearNegative(): void {
  if (!hasNegative) memory.fill(negative, 0, 4 * columns * stride)
  hasNegative = true
}

/** What the connections of row `row` of the values are emphasized by. */
@inline export function emphasisOf(row: i32): f32 {
  return emphasis == 0 ? 1 : load<f32>(emphasis + 4 * row)
}

export function useBrush(
  brushDomain: f32,
  brushMostInk: f32,
  brushContrast: f32,
  leastStrength: f32,
  emphasisAddress: usize,
): void {
  domain = brushDomain
  emphasis = emphasisAddress
  mostInk = brushMostInk
  contrast = brushContrast
  least = leastStrength
  perDomain = 1 / brushDomain
  linear = brushMostInk * (1 - brushContrast)
  square = brushMostInk * brushContrast
}

/** Ink of four values, times their emphasis; none for those that are too weak or not finite. */
@inline export function inkOf(values: v128, factor: v128): v128 {
  const magnitude = f32x4.mul(f32x4.abs(values), factor)
  const share = f32x4.pmin(f32x4.mul(magnitude, f32x4.splat(perDomain)), f32x4.splat(1))
  const ink = f32x4.mul(share, f32x4.add(f32x4.splat(linear), f32x4.mul(f32x4.splat(square), share)))
  // A NaN is neither.
  const shown = v128.and(f32x4.ge(magnitude, f32x4.splat(least)), f32x4.lt(magnitude, f32x4.splat(f32.MAX_VALUE)))
  return v128.and(ink, shown)
}

/** The sign bits of four values: or'ed to their inks, they make them signed. */
@inline export function signOf(values: v128): v128 {
  return v128.and(values, i32x4.splat(0x80000000))
}
