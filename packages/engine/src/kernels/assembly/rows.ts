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
  for (; rows > 0; --rows) {
    for (let k: usize = 0; k < bytes; k += 4) store<u32>(to + k, load<u32>(from + k))
    from += fromStride
    to += toStride
  }
}
