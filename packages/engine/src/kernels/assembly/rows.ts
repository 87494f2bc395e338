// Moving rows: a batch out of the data set, and rows with padding to rows without and back.

/** Copies the rows that `order` names, `bytes` (a multiple of 16) each, to one place. */
export function gatherRows(from: usize, bytes: usize, order: usize, rows: i32, to: usize): void {
  for (; rows > 0; --rows) {
    let source = from + load<u32>(order) * bytes
    for (const end = to + bytes; to < end; to += 16, source += 16) v128.store(to, v128.load(source))
    order += 4
  }
}

/** Copies `rows` rows of `bytes` (a multiple of 4) between places of different strides. */
export function copyRows(from: usize, fromStride: usize, to: usize, toStride: usize, bytes: usize, rows: i32): void {
  const fours = bytes & ~15
  for (; rows > 0; --rows) {
    let k: usize = 0
    for (; k < fours; k += 16) v128.store(to + k, v128.load(from + k))
    for (; k < bytes; k += 4) store<u32>(to + k, load<u32>(from + k))
    from += fromStride
    to += toStride
  }
}

/** Whether `bytes` (a multiple of 16) of float32 numbers are all finite. */
export function allFinite(from: usize, bytes: usize): i32 {
  const zero = f32x4.splat(0)
  let zeros = zero
  for (const end = from + bytes; from < end; from += 16) zeros = f32x4.add(zeros, f32x4.mul(v128.load(from), zero))
  return i32x4.all_true(f32x4.eq(zeros, zero))
}
