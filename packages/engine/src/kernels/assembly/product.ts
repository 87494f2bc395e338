// C = bias + A·B, one sequential chain of sums an output: c[r, j] = ((bias[j] + 0) + a[r, 0]·b[0, j]) + a[r, 1]·b[1, j] + …
// In tiles that stay in registers while k runs: 4 rows × 8 columns, the widest that panels allow; 2 × 16 and 2 × 12 where more columns
// lie beside each other, and no column is left over for a tile of 4, which has too few sums to be quick. Strides are in bytes; rows
// come in blocks of 4 (buffers have room for the last block's idle rows). Adding 0 to the bias makes a −0 there +0, so that terms
// that are 0 change nothing.
//
// Of what the processor takes in, a third would be pointers and V8's check whether it should stop, so four or eight turns of k share
// them. The exit between two turns keeps V8 from loading for all four first, for which it has too few registers.

/** Columns [0, 8) of C. `b` holds 8 columns, one row every `bStride` bytes. */
export function product8(
  a: usize, aStride: usize, blocks: i32, depth: i32,
  b: usize, bStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  const aStride2 = aStride * 2
  const aStride3 = aStride * 3
  const end = b + depth * bStride
  for (; blocks > 0; --blocks) {
    const zero = f32x4.splat(0)
    const left = f32x4.add(v128.load(bias), zero)
    const right = f32x4.add(v128.load(bias, 16), zero)
    let c00 = left, c10 = left, c20 = left, c30 = left
    let c01 = right, c11 = right, c21 = right, c31 = right
    let row = b
    for (let a0 = a;; a0 += 16) {
      const a1 = a0 + aStride
      const a2 = a0 + aStride2
      const a3 = a0 + aStride3
      // 4 times:
      {
        const b0 = v128.load(row)
        const b1 = v128.load(row, 16)
        const s0 = v128.load32_splat(a0, TURN * 4)
        c00 = f32x4.add(c00, f32x4.mul(s0, b0))
        c01 = f32x4.add(c01, f32x4.mul(s0, b1))
        const s1 = v128.load32_splat(a1, TURN * 4)
        c10 = f32x4.add(c10, f32x4.mul(s1, b0))
        c11 = f32x4.add(c11, f32x4.mul(s1, b1))
        const s2 = v128.load32_splat(a2, TURN * 4)
        c20 = f32x4.add(c20, f32x4.mul(s2, b0))
        c21 = f32x4.add(c21, f32x4.mul(s2, b1))
        const s3 = v128.load32_splat(a3, TURN * 4)
        c30 = f32x4.add(c30, f32x4.mul(s3, b0))
        c31 = f32x4.add(c31, f32x4.mul(s3, b1))
        row += bStride
        if (row == end) break
      }
    }
    v128.store(c, c00)
    v128.store(c, c01, 16)
    c += cStride
    v128.store(c, c10)
    v128.store(c, c11, 16)
    c += cStride
    v128.store(c, c20)
    v128.store(c, c21, 16)
    c += cStride
    v128.store(c, c30)
    v128.store(c, c31, 16)
    c += cStride
    a += aStride * 4
  }
}

/** Columns [0, 16) of C, in tiles of 2 rows × 16 columns. */
export function product16(
  a: usize, aStride: usize, blocks: i32, depth: i32,
  b: usize, bStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  const end = b + depth * bStride
  for (let pairs = blocks * 2; pairs > 0; --pairs) {
    const zero = f32x4.splat(0)
    let c00 = f32x4.add(v128.load(bias), zero)
    let c01 = f32x4.add(v128.load(bias, 16), zero)
    let c02 = f32x4.add(v128.load(bias, 32), zero)
    let c03 = f32x4.add(v128.load(bias, 48), zero)
    let c10 = c00, c11 = c01, c12 = c02, c13 = c03
    let row = b
    for (let a0 = a;; a0 += 32) {
      const a1 = a0 + aStride
      // 8 times:
      {
        const b0 = v128.load(row)
        const b1 = v128.load(row, 16)
        const b2 = v128.load(row, 32)
        const b3 = v128.load(row, 48)
        const s0 = v128.load32_splat(a0, TURN * 4)
        c00 = f32x4.add(c00, f32x4.mul(s0, b0))
        c01 = f32x4.add(c01, f32x4.mul(s0, b1))
        c02 = f32x4.add(c02, f32x4.mul(s0, b2))
        c03 = f32x4.add(c03, f32x4.mul(s0, b3))
        const s1 = v128.load32_splat(a1, TURN * 4)
        c10 = f32x4.add(c10, f32x4.mul(s1, b0))
        c11 = f32x4.add(c11, f32x4.mul(s1, b1))
        c12 = f32x4.add(c12, f32x4.mul(s1, b2))
        c13 = f32x4.add(c13, f32x4.mul(s1, b3))
        row += bStride
        if (row == end) break
      }
    }
    v128.store(c, c00)
    v128.store(c, c01, 16)
    v128.store(c, c02, 32)
    v128.store(c, c03, 48)
    c += cStride
    v128.store(c, c10)
    v128.store(c, c11, 16)
    v128.store(c, c12, 32)
    v128.store(c, c13, 48)
    c += cStride
    a += aStride * 2
  }
}

/** Columns [0, 12) of C, in tiles of 2 rows × 12 columns: 8 and the 4 that are left when the columns are an odd number of fours. */
export function product12(
  a: usize, aStride: usize, blocks: i32, depth: i32,
  b: usize, bStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  const end = b + depth * bStride
  for (let pairs = blocks * 2; pairs > 0; --pairs) {
    const zero = f32x4.splat(0)
    let c00 = f32x4.add(v128.load(bias), zero)
    let c01 = f32x4.add(v128.load(bias, 16), zero)
    let c02 = f32x4.add(v128.load(bias, 32), zero)
    let c10 = c00, c11 = c01, c12 = c02
    let row = b
    for (let a0 = a;; a0 += 16) {
      const a1 = a0 + aStride
      // 4 times:
      {
        const b0 = v128.load(row)
        const b1 = v128.load(row, 16)
        const b2 = v128.load(row, 32)
        const s0 = v128.load32_splat(a0, TURN * 4)
        c00 = f32x4.add(c00, f32x4.mul(s0, b0))
        c01 = f32x4.add(c01, f32x4.mul(s0, b1))
        c02 = f32x4.add(c02, f32x4.mul(s0, b2))
        const s1 = v128.load32_splat(a1, TURN * 4)
        c10 = f32x4.add(c10, f32x4.mul(s1, b0))
        c11 = f32x4.add(c11, f32x4.mul(s1, b1))
        c12 = f32x4.add(c12, f32x4.mul(s1, b2))
        row += bStride
        if (row == end) break
      }
    }
    v128.store(c, c00)
    v128.store(c, c01, 16)
    v128.store(c, c02, 32)
    c += cStride
    v128.store(c, c10)
    v128.store(c, c11, 16)
    v128.store(c, c12, 32)
    c += cStride
    a += aStride * 2
  }
}

/** Columns [0, 4) of C: what is left when the columns are an odd number of fours. */
export function product4(
  a: usize, aStride: usize, blocks: i32, depth: i32,
  b: usize, bStride: usize, bias: usize, c: usize, cStride: usize,
): void {
  const aStride2 = aStride * 2
  const aStride3 = aStride * 3
  const end = b + depth * bStride
  for (; blocks > 0; --blocks) {
    let c0 = f32x4.add(v128.load(bias), f32x4.splat(0))
    let c1 = c0, c2 = c0, c3 = c0
    let row = b
    for (let a0 = a;; a0 += 16) {
      const a1 = a0 + aStride
      const a2 = a0 + aStride2
      const a3 = a0 + aStride3
      // 4 times:
      {
        const b0 = v128.load(row)
        c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(a0, TURN * 4), b0))
        c1 = f32x4.add(c1, f32x4.mul(v128.load32_splat(a1, TURN * 4), b0))
        c2 = f32x4.add(c2, f32x4.mul(v128.load32_splat(a2, TURN * 4), b0))
        c3 = f32x4.add(c3, f32x4.mul(v128.load32_splat(a3, TURN * 4), b0))
        row += bStride
        if (row == end) break
      }
    }
    v128.store(c, c0)
    c += cStride
    v128.store(c, c1)
    c += cStride
    v128.store(c, c2)
    c += cStride
    v128.store(c, c3)
    c += cStride
    a += aStride * 4
  }
}
