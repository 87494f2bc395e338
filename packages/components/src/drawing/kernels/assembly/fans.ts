import { clearPositive, columns, emphasisOf, inkOf, positive, rows, shares, signOf, stride } from './strip'

/** Looked-up steps of the running sums a connection. */
const FINE: i32 = 4
/** Added to a number below 2²², it leaves the nearest whole number in the last bits, above these: quicker than asking for it. */
const ROUND: f32 = 8388608
const ROUNDED: i32 = 0x4b000000

/**
 * Draws the connections between a dense, evenly spaced row of `wide` neurons and each of `narrow` others as fans: the ink of a pixel is
 * a difference of running sums over the row. The value of neuron i of the row and j of the others is at i · alongWide + j · alongNarrow;
 * the i-th stands at `first + i · pitch`, the j-th at `meets[j]`. `forward` is 0 where the row comes second. `sums` has room for
 * narrow · (4 · wide + 1) numbers.
 */
export function fans(
  values: usize,
  wide: i32,
  alongWide: i32,
  narrow: i32,
  alongNarrow: i32,
  first: f32,
  pitch: f32,
  meets: usize,
  forward: i32,
  sums: usize,
): void {
  clearPositive()
  const count = FINE * wide
  const bytes = 4 * (count + 1)
  for (let fan = 0; fan < narrow; fan++)
    addUp(values + 4 * fan * alongNarrow, wide, alongWide, sums + fan * bytes, forward ? -1 : fan)
  // Column by column, so that a column stays in the cache until all fans are in it.
  for (let column = 0; column < columns; column++) {
    const edge = forward ? column : columns - 1 - column
    const share: f32 = (load<f32>(shares + 4 * edge) + load<f32>(shares + 4 * edge + 4)) / 2
    const slot: f32 = (pitch / <f32>FINE) * (1 - share)
    const base: f32 = (first - pitch / 2) * (1 - share)
    for (let fan = 0; fan < narrow; fan++)
      addColumn(column, sums + fan * bytes, count, base + load<f32>(meets + 4 * fan) * share, slot)
  }
}

/** Running sums of a row of connections' signed ink, in steps of a quarter connection. They leave neuron `leaves`, or one each if it is −1. */
function addUp(values: usize, count: i32, along: i32, sums: usize, leaves: i32): void {
  let sum: f32 = 0
  store<f32>(sums, sum)
  for (let at = 0; at < count; at++, values += 4 * along) {
    const value = v128.load32_splat(values)
    const factor = f32x4.splat(emphasisOf(leaves < 0 ? at : leaves))
    const ink = f32x4.extract_lane(v128.or(inkOf(value, factor), signOf(value)), 0) / <f32>FINE
    for (let step = 0; step < FINE; step++) store<f32>((sums += 4), (sum += ink))
  }
}

/** A fan's ink in one column, where its row begins at `top` and a step of its sums is `slot` pixels. Four pixels at once. */
function addColumn(column: i32, sums: usize, count: i32, top: f32, slot: f32): void {
  const from = max(0, <i32>top)
  const to = min(rows - 1, <i32>ceil<f32>(top + slot * <f32>count) - 1)
  const step: f32 = 1 / slot
  const lanes = f32x4.mul(f32x4(1, 2, 3, 4), f32x4.splat(step))
  const highest = f32x4.splat(<f32>count)
  const before: f32 = (<f32>from - top) * step
  let last = v128.load32_splat(sums + 4 * min(count, max(0, <i32>(before + 0.5))))
  const base: usize = sums - (ROUNDED << 2)
  let ink = positive + 4 * (column * stride + from)
  for (let row = from; row <= to; row += 4, ink += 16) {
    const slots = f32x4.pmin(highest, f32x4.add(f32x4.splat(before + <f32>(row - from) * step), lanes))
    const at = i32x4.shl(f32x4.add(slots, f32x4.splat(ROUND)), 2)
    let sum = v128.load32_zero(base + i32x4.extract_lane(at, 0))
    sum = v128.load32_lane(base + i32x4.extract_lane(at, 1), sum, 1)
    sum = v128.load32_lane(base + i32x4.extract_lane(at, 2), sum, 2)
    sum = v128.load32_lane(base + i32x4.extract_lane(at, 3), sum, 3)
    v128.store(ink, f32x4.add(v128.load(ink), f32x4.sub(sum, i32x4.shuffle(last, sum, 3, 4, 5, 6))))
    last = sum
  }
}
