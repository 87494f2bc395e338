// A layer's last column where it is alone in its four, so that a tile would be three quarters padding: an output of one neuron,
// or the ninth of nine. Its weights are a row of Wᵀ, and lanes hold neighbouring inputs. Never in a first layer, whose sums are
// to be those of lists of lit inputs.

/** Lane k of the result is the sum of the k-th vector's lanes. */
@inline function sums(x0: v128, x1: v128, x2: v128, x3: v128): v128 {
  const low = f32x4.add(i32x4.shuffle(x0, x1, 0, 4, 1, 5), i32x4.shuffle(x0, x1, 2, 6, 3, 7))
  const high = f32x4.add(i32x4.shuffle(x2, x3, 0, 4, 1, 5), i32x4.shuffle(x2, x3, 2, 6, 3, 7))
  return f32x4.add(i64x2.shuffle(low, high, 0, 2), i64x2.shuffle(low, high, 1, 3))
}

/** The column of z = bias + A·w and the padding next to it, for blocks of 4 rows; `w` and A's rows are `bytes` long, a multiple of 16. */
export function columnProduct(
  a: usize, aStride: usize, blocks: i32, w: usize, bytes: usize, bias: usize, z: usize, zStride: usize,
): void {
  const biases = v128.load(bias)
  const end = w + bytes
  for (; blocks > 0; --blocks) {
    const zero = f32x4.splat(0)
    let x0 = zero, x1 = zero, x2 = zero, x3 = zero
    let a0 = a
    let at = w
    do {
      const a1 = a0 + aStride
      const a2 = a1 + aStride
      const ws = v128.load(at)
      x0 = f32x4.add(x0, f32x4.mul(v128.load(a0), ws))
      x1 = f32x4.add(x1, f32x4.mul(v128.load(a1), ws))
      x2 = f32x4.add(x2, f32x4.mul(v128.load(a2), ws))
      x3 = f32x4.add(x3, f32x4.mul(v128.load(a2 + aStride), ws))
      a0 += 16
      at += 16
    } while (at < end)
    const column = f32x4.add(sums(x0, x1, x2, x3), i32x4.shuffle(biases, biases, 0, 0, 0, 0))
    v128.store(z, i32x4.shuffle(column, biases, 0, 5, 6, 7))
    z += zStride
    v128.store(z, i32x4.shuffle(column, biases, 1, 5, 6, 7))
    z += zStride
    v128.store(z, i32x4.shuffle(column, biases, 2, 5, 6, 7))
    z += zStride
    v128.store(z, i32x4.shuffle(column, biases, 3, 5, 6, 7))
    z += zStride
    a += aStride * 4
  }
}

/** w ← w − η g for up to four inputs of the column: in Wᵀ, and in W, where they are `wStride` apart. */
@inline function settle(inputs: i32, t: usize, w: usize, wStride: usize, g: v128, rate: v128): void {
  const real = v128.and(g, i32x4.gt_s(i32x4.splat(inputs), i32x4(0, 1, 2, 3)))
  const learned = f32x4.sub(v128.load(t), f32x4.mul(real, rate))
  v128.store(t, learned)
  v128.store32_lane(w, learned, 0)
  v128.store32_lane(w + wStride, learned, 1)
  v128.store32_lane(w + wStride * 2, learned, 2)
  v128.store32_lane(w + wStride * 3, learned, 3)
}

/**
 * The column of W ← W − η·Aᵀ·δ, and its row of Wᵀ at `t`, with the sums of `descend4`. Of the 16 inputs that are summed at a time
 * the last may lie past a row's end; those are not stored.
 */
export function descendColumn(
  a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize, w: usize, wStride: usize, rate: f32, t: usize,
): void {
  const rates = f32x4.splat(rate)
  for (; inputs > 0; inputs -= 16) {
    const zero = f32x4.splat(0)
    let g0 = zero, g1 = zero, g2 = zero, g3 = zero
    let from = a
    let d = delta
    let left = rows
    do {
      const ds = v128.load32_splat(d)
      g0 = f32x4.add(g0, f32x4.mul(v128.load(from), ds))
      g1 = f32x4.add(g1, f32x4.mul(v128.load(from, 16), ds))
      g2 = f32x4.add(g2, f32x4.mul(v128.load(from, 32), ds))
      g3 = f32x4.add(g3, f32x4.mul(v128.load(from, 48), ds))
      from += aStride
      d += deltaStride
    } while (--left)
    settle(inputs, t, w, wStride, g0, rates)
    if (inputs > 4) settle(inputs - 4, t + 16, w + wStride * 4, wStride, g1, rates)
    if (inputs > 8) settle(inputs - 8, t + 32, w + wStride * 8, wStride, g2, rates)
    if (inputs > 12) settle(inputs - 12, t + 48, w + wStride * 12, wStride, g3, rates)
    a += 64
    t += 64
    w += wStride * 16
  }
}
