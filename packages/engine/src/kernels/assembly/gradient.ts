import { transposeBlock } from './transpose'

// Gradients of a dense layer, summed over the batch row after row from +0: ∂C/∂W = Aᵀ·δ and ∂C/∂b = Σ δ. Either they are stored,
// or plain sgd applies them while they are in registers, with the same bits. Four turns share V8's checks, as in product.ts.

/** Stores g; or makes w ← w − η g of what lies there, and gives it. */
@inline function settle(descends: i32, at: usize, g: v128, rate: v128): v128 {
  const result = descends ? f32x4.sub(v128.load(at), f32x4.mul(g, rate)) : g
  v128.store(at, result)
  return result
}

@inline function tile8(
  descends: i32, a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize,
  to: usize, toStride: usize, rate: f32, t: usize, tStride: usize, tPanelStride: usize,
): void {
  const end = delta + rows * deltaStride
  for (let input = 0; input < inputs; input += 4) {
    let from = a
    let d = delta
    const zero = f32x4.splat(0)
    let g00 = zero, g10 = zero, g20 = zero, g30 = zero
    let g01 = zero, g11 = zero, g21 = zero, g31 = zero
    for (;;) {
      // 4 times:
      {
        const d0 = v128.load(d)
        const d1 = v128.load(d, 16)
        const s0 = v128.load32_splat(from)
        g00 = f32x4.add(g00, f32x4.mul(s0, d0))
        g01 = f32x4.add(g01, f32x4.mul(s0, d1))
        const s1 = v128.load32_splat(from, 4)
        g10 = f32x4.add(g10, f32x4.mul(s1, d0))
        g11 = f32x4.add(g11, f32x4.mul(s1, d1))
        const s2 = v128.load32_splat(from, 8)
        g20 = f32x4.add(g20, f32x4.mul(s2, d0))
        g21 = f32x4.add(g21, f32x4.mul(s2, d1))
        const s3 = v128.load32_splat(from, 12)
        g30 = f32x4.add(g30, f32x4.mul(s3, d0))
        g31 = f32x4.add(g31, f32x4.mul(s3, d1))
        from += aStride
        d += deltaStride
        if (d == end) break
      }
    }
    // What padding inputs would leave: a padding neuron's sigmoid is ½.
    if (input + 4 > inputs) {
      g30 = g31 = zero
      if (input + 3 > inputs) g20 = g21 = zero
      if (input + 2 > inputs) g10 = g11 = zero
    }
    const rates = f32x4.splat(rate)
    g00 = settle(descends, to, g00, rates)
    g01 = settle(descends, to + 16, g01, rates)
    to += toStride
    g10 = settle(descends, to, g10, rates)
    g11 = settle(descends, to + 16, g11, rates)
    to += toStride
    g20 = settle(descends, to, g20, rates)
    g21 = settle(descends, to + 16, g21, rates)
    to += toStride
    g30 = settle(descends, to, g30, rates)
    g31 = settle(descends, to + 16, g31, rates)
    to += toStride
    a += 16
    if (descends) {
      if (t) {
        transposeBlock(g00, g10, g20, g30, t, tStride)
        transposeBlock(g01, g11, g21, g31, t + tStride * 4, tStride)
        t += (input & 4) ? tPanelStride - 16 : 16
      }
    }
  }
}

@inline function tile4(
  descends: i32, a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize,
  to: usize, toStride: usize, rate: f32, t: usize, tStride: usize, tPanelStride: usize,
): void {
  const end = delta + rows * deltaStride
  for (let input = 0; input < inputs; input += 4) {
    let from = a
    let d = delta
    const zero = f32x4.splat(0)
    let g0 = zero, g1 = zero, g2 = zero, g3 = zero
    for (;;) {
      // 4 times:
      {
        const d0 = v128.load(d)
        g0 = f32x4.add(g0, f32x4.mul(v128.load32_splat(from), d0))
        g1 = f32x4.add(g1, f32x4.mul(v128.load32_splat(from, 4), d0))
        g2 = f32x4.add(g2, f32x4.mul(v128.load32_splat(from, 8), d0))
        g3 = f32x4.add(g3, f32x4.mul(v128.load32_splat(from, 12), d0))
        from += aStride
        d += deltaStride
        if (d == end) break
      }
    }
    if (input + 4 > inputs) {
      g3 = zero
      if (input + 3 > inputs) g2 = zero
      if (input + 2 > inputs) g1 = zero
    }
    const rates = f32x4.splat(rate)
    g0 = settle(descends, to, g0, rates)
    to += toStride
    g1 = settle(descends, to, g1, rates)
    to += toStride
    g2 = settle(descends, to, g2, rates)
    to += toStride
    g3 = settle(descends, to, g3, rates)
    to += toStride
    a += 16
    if (descends) {
      if (t) {
        transposeBlock(g0, g1, g2, g3, t, tStride)
        t += (input & 4) ? tPanelStride - 16 : 16
      }
    }
  }
}

/** Columns [0, 8) of Aᵀ·δ for so many inputs; `g` gets one row of 8 every `gStride` bytes. */
export function gradient8(
  a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize, g: usize, gStride: usize,
): void {
  tile8(0, a, aStride, rows, inputs, delta, deltaStride, g, gStride, 0, 0, 0, 0)
}

/** Columns [0, 4) of Aᵀ·δ for so many inputs; `g` gets one row of 4 every `gStride` bytes. */
export function gradient4(
  a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize, g: usize, gStride: usize,
): void {
  tile4(0, a, aStride, rows, inputs, delta, deltaStride, g, gStride, 0, 0, 0, 0)
}

/**
 * Columns [0, 8) of W ← W − η·Aᵀ·δ, a row of 8 every `wStride` bytes. Where `t` is not 0, W's new columns are stored there too, as
 * rows, one every `tStride` bytes, in panels of 8 numbers that are `tPanelStride` bytes apart.
 */
export function descend8(
  a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize, w: usize, wStride: usize, rate: f32,
  t: usize, tStride: usize, tPanelStride: usize,
): void {
  tile8(1, a, aStride, rows, inputs, delta, deltaStride, w, wStride, rate, t, tStride, tPanelStride)
}

/** Columns [0, 4) of W ← W − η·Aᵀ·δ. */
export function descend4(
  a: usize, aStride: usize, rows: i32, inputs: i32, delta: usize, deltaStride: usize, w: usize, wStride: usize, rate: f32,
  t: usize, tStride: usize, tPanelStride: usize,
): void {
  tile4(1, a, aStride, rows, inputs, delta, deltaStride, w, wStride, rate, t, tStride, tPanelStride)
}

/** Sums of δ's columns, for `bytes` of columns. */
export function sumColumns(delta: usize, stride: usize, rows: i32, g: usize, bytes: usize): void {
  for (const end = g + bytes; g < end; g += 16, delta += 16) {
    let sum = f32x4.splat(0)
    let d = delta
    for (let row = rows; row > 0; --row) {
      sum = f32x4.add(sum, v128.load(d))
      d += stride
    }
    v128.store(g, sum)
  }
}
