// Gradients of a dense layer, summed over the batch row after row from +0: ∂C/∂W = Aᵀ·δ and ∂C/∂b = Σ δ.

/** Columns [0, 8) of Aᵀ·δ, for 4·`blocks` inputs; `g` gets one row of 8 every `gStride` bytes. */
export function gradient8(
  a: usize, aStride: usize, rows: i32, blocks: i32,
  delta: usize, deltaStride: usize, g: usize, gStride: usize,
): void {
  for (; blocks > 0; --blocks) {
    let from = a
    let d = delta
    const zero = f32x4.splat(0)
    let g00 = zero, g10 = zero, g20 = zero, g30 = zero
    let g01 = zero, g11 = zero, g21 = zero, g31 = zero
    for (let row = rows; row > 0; --row) {
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
    }
    v128.store(g, g00)
    v128.store(g, g01, 16)
    g += gStride
    v128.store(g, g10)
    v128.store(g, g11, 16)
    g += gStride
    v128.store(g, g20)
    v128.store(g, g21, 16)
    g += gStride
    v128.store(g, g30)
    v128.store(g, g31, 16)
    g += gStride
    a += 16
  }
}

/** Columns [0, 4) of Aᵀ·δ. */
export function gradient4(
  a: usize, aStride: usize, rows: i32, blocks: i32,
  delta: usize, deltaStride: usize, g: usize, gStride: usize,
): void {
  for (; blocks > 0; --blocks) {
    let from = a
    let d = delta
    const zero = f32x4.splat(0)
    let g0 = zero, g1 = zero, g2 = zero, g3 = zero
    for (let row = rows; row > 0; --row) {
      const d0 = v128.load(d)
      g0 = f32x4.add(g0, f32x4.mul(v128.load32_splat(from), d0))
      g1 = f32x4.add(g1, f32x4.mul(v128.load32_splat(from, 4), d0))
      g2 = f32x4.add(g2, f32x4.mul(v128.load32_splat(from, 8), d0))
      g3 = f32x4.add(g3, f32x4.mul(v128.load32_splat(from, 12), d0))
      from += aStride
      d += deltaStride
    }
    v128.store(g, g0)
    g += gStride
    v128.store(g, g1)
    g += gStride
    v128.store(g, g2)
    g += gStride
    v128.store(g, g3)
    g += gStride
    a += 16
  }
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
