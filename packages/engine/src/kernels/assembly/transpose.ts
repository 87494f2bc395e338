/** Stores the columns of a block of 4 × 4 as rows, one every `stride` bytes. */
@inline export function transposeBlock(r0: v128, r1: v128, r2: v128, r3: v128, to: usize, stride: usize): void {
  const low01 = i32x4.shuffle(r0, r1, 0, 4, 1, 5)
  const low23 = i32x4.shuffle(r2, r3, 0, 4, 1, 5)
  const high01 = i32x4.shuffle(r0, r1, 2, 6, 3, 7)
  const high23 = i32x4.shuffle(r2, r3, 2, 6, 3, 7)
  v128.store(to, i64x2.shuffle(low01, low23, 0, 2))
  v128.store(to + stride, i64x2.shuffle(low01, low23, 1, 3))
  v128.store(to + stride * 2, i64x2.shuffle(high01, high23, 0, 2))
  v128.store(to + stride * 3, i64x2.shuffle(high01, high23, 1, 3))
}

/**
 * Transposes 4·`down` rows of 4 columns (one row every `fromStride` bytes) into 4 rows, one every `toStride` bytes. The
 * target's columns lie in panels: after every second block of 4 columns it moves on by `panelStride` − 16 bytes.
 */
export function transposeColumns(
  from: usize, fromStride: usize, down: i32,
  to: usize, toStride: usize, panelStride: usize,
): void {
  for (let block = 0; block < down; ++block) {
    const r0 = v128.load(from)
    from += fromStride
    const r1 = v128.load(from)
    from += fromStride
    const r2 = v128.load(from)
    from += fromStride
    const r3 = v128.load(from)
    from += fromStride
    transposeBlock(r0, r1, r2, r3, to, toStride)
    to += (block & 1) ? panelStride - 16 : 16
  }
}
