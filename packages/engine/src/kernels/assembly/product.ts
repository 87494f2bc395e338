// C = bias + A·B, one sequential chain of sums an output: c[r, j] = ((bias[j] + 0) + a[r, 0]·b[0, j]) + a[r, 1]·b[1, j] + …
// In tiles of 4 rows × 8 columns, held in registers while k runs. Strides are in bytes; rows come in blocks of 4 (buffers
// have room for the last block's idle rows). Adding 0 to the bias makes a −0 there +0, so that skipped zeros change nothing.

/** Columns [0, 8) of C. `b` holds 8 columns, one row every `bStride` bytes; `depth` is 4 bytes times k's range. */
export function product8(
  a: usize, aStride: usize, blocks: i32, depth: usize,
  b: usize, bStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  for (; blocks > 0; --blocks) {
    let a0 = a
    let a1 = a0 + aStride
    let a2 = a1 + aStride
    let a3 = a2 + aStride
    const end = a0 + depth
    const zero = f32x4.splat(0)
    const left = f32x4.add(v128.load(bias), zero)
    const right = f32x4.add(v128.load(bias, 16), zero)
    let c00 = left, c10 = left, c20 = left, c30 = left
    let c01 = right, c11 = right, c21 = right, c31 = right
    let row = b
    while (a0 < end) {
      const b0 = v128.load(row)
      const b1 = v128.load(row, 16)
      const s0 = v128.load32_splat(a0)
      c00 = f32x4.add(c00, f32x4.mul(s0, b0))
      c01 = f32x4.add(c01, f32x4.mul(s0, b1))
      const s1 = v128.load32_splat(a1)
      c10 = f32x4.add(c10, f32x4.mul(s1, b0))
      c11 = f32x4.add(c11, f32x4.mul(s1, b1))
      const s2 = v128.load32_splat(a2)
      c20 = f32x4.add(c20, f32x4.mul(s2, b0))
      c21 = f32x4.add(c21, f32x4.mul(s2, b1))
      const s3 = v128.load32_splat(a3)
      c30 = f32x4.add(c30, f32x4.mul(s3, b0))
      c31 = f32x4.add(c31, f32x4.mul(s3, b1))
      a0 += 4
      a1 += 4
      a2 += 4
      a3 += 4
      row += bStride
    }
    let to = c
    v128.store(to, c00)
    v128.store(to, c01, 16)
    to += cStride
    v128.store(to, c10)
    v128.store(to, c11, 16)
    to += cStride
    v128.store(to, c20)
    v128.store(to, c21, 16)
    to += cStride
    v128.store(to, c30)
    v128.store(to, c31, 16)
    a += aStride * 4
    c += cStride * 4
  }
}

/** Columns [0, 4) of C: what is left when the columns are an odd number of fours. */
export function product4(
  a: usize, aStride: usize, blocks: i32, depth: usize,
  b: usize, bStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  for (; blocks > 0; --blocks) {
    let a0 = a
    let a1 = a0 + aStride
    let a2 = a1 + aStride
    let a3 = a2 + aStride
    const end = a0 + depth
    let c0 = f32x4.add(v128.load(bias), f32x4.splat(0))
    let c1 = c0, c2 = c0, c3 = c0
    let row = b
    while (a0 < end) {
      const b0 = v128.load(row)
      c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(a0), b0))
      c1 = f32x4.add(c1, f32x4.mul(v128.load32_splat(a1), b0))
      c2 = f32x4.add(c2, f32x4.mul(v128.load32_splat(a2), b0))
      c3 = f32x4.add(c3, f32x4.mul(v128.load32_splat(a3), b0))
      a0 += 4
      a1 += 4
      a2 += 4
      a3 += 4
      row += bStride
    }
    let to = c
    v128.store(to, c0)
    to += cStride
    v128.store(to, c1)
    to += cStride
    v128.store(to, c2)
    to += cStride
    v128.store(to, c3)
    a += aStride * 4
    c += cStride * 4
  }
}
