// The sparse first layer where it is wide: 32 neurons at a time. Entries name the input by index. The gradient is gathered
// input by input, from lists of the batch's rows that light it, so that its sums stay in registers.

/** z = bias + x·W of one row, for neurons [0, 32) of a layer whose weights' rows are `wStride` bytes apart. */
export function sparseProductWide(entries: usize, end: usize, w: usize, wStride: usize, bias: usize, z: usize): void {
  const zero = f32x4.splat(0)
  let z0 = f32x4.add(v128.load(bias), zero)
  let z1 = f32x4.add(v128.load(bias, 16), zero)
  let z2 = f32x4.add(v128.load(bias, 32), zero)
  let z3 = f32x4.add(v128.load(bias, 48), zero)
  let z4 = f32x4.add(v128.load(bias, 64), zero)
  let z5 = f32x4.add(v128.load(bias, 80), zero)
  let z6 = f32x4.add(v128.load(bias, 96), zero)
  let z7 = f32x4.add(v128.load(bias, 112), zero)
  for (; entries < end; entries += 8) {
    const row = w + load<u32>(entries) * wStride
    const x = v128.load32_splat(entries, 4)
    z0 = f32x4.add(z0, f32x4.mul(x, v128.load(row)))
    z1 = f32x4.add(z1, f32x4.mul(x, v128.load(row, 16)))
    z2 = f32x4.add(z2, f32x4.mul(x, v128.load(row, 32)))
    z3 = f32x4.add(z3, f32x4.mul(x, v128.load(row, 48)))
    z4 = f32x4.add(z4, f32x4.mul(x, v128.load(row, 64)))
    z5 = f32x4.add(z5, f32x4.mul(x, v128.load(row, 80)))
    z6 = f32x4.add(z6, f32x4.mul(x, v128.load(row, 96)))
    z7 = f32x4.add(z7, f32x4.mul(x, v128.load(row, 112)))
  }
  v128.store(z, z0)
  v128.store(z, z1, 16)
  v128.store(z, z2, 32)
  v128.store(z, z3, 48)
  v128.store(z, z4, 64)
  v128.store(z, z5, 80)
  v128.store(z, z6, 96)
  v128.store(z, z7, 112)
}

/** Adds one row's entries to the lists: `counts` holds each input's length so far in bytes; lists are `listBytes` apart. */
export function listRow(entries: usize, end: usize, row: u32, counts: usize, lists: usize, listBytes: usize): void {
  for (; entries < end; entries += 8) {
    const input = load<u32>(entries)
    const count = counts + (input << 2)
    const length = load<u32>(count)
    const at = lists + input * listBytes + length
    store<u32>(at, row)
    store<u32>(at, load<u32>(entries, 4), 4)
    store<u32>(count, length + 8)
  }
}

/**
 * Rows of G for neurons [0, 32): for each input Σ x·δ over its list, whose entries hold δ's offset and x; goes on from the
 * sums in G where `continued`.
 */
export function gradientOfLists(
  inputs: i32, counts: usize, lists: usize, listBytes: usize, delta: usize, g: usize, gStride: usize, continued: i32,
): void {
  for (; inputs > 0; --inputs) {
    const zero = f32x4.splat(0)
    let g0 = zero, g1 = zero, g2 = zero, g3 = zero, g4 = zero, g5 = zero, g6 = zero, g7 = zero
    if (continued) {
      g0 = v128.load(g)
      g1 = v128.load(g, 16)
      g2 = v128.load(g, 32)
      g3 = v128.load(g, 48)
      g4 = v128.load(g, 64)
      g5 = v128.load(g, 80)
      g6 = v128.load(g, 96)
      g7 = v128.load(g, 112)
    }
    const end = lists + load<u32>(counts)
    for (let entry = lists; entry < end; entry += 8) {
      const d = delta + load<u32>(entry)
      const x = v128.load32_splat(entry, 4)
      g0 = f32x4.add(g0, f32x4.mul(x, v128.load(d)))
      g1 = f32x4.add(g1, f32x4.mul(x, v128.load(d, 16)))
      g2 = f32x4.add(g2, f32x4.mul(x, v128.load(d, 32)))
      g3 = f32x4.add(g3, f32x4.mul(x, v128.load(d, 48)))
      g4 = f32x4.add(g4, f32x4.mul(x, v128.load(d, 64)))
      g5 = f32x4.add(g5, f32x4.mul(x, v128.load(d, 80)))
      g6 = f32x4.add(g6, f32x4.mul(x, v128.load(d, 96)))
      g7 = f32x4.add(g7, f32x4.mul(x, v128.load(d, 112)))
    }
    v128.store(g, g0)
    v128.store(g, g1, 16)
    v128.store(g, g2, 32)
    v128.store(g, g3, 48)
    v128.store(g, g4, 64)
    v128.store(g, g5, 80)
    v128.store(g, g6, 96)
    v128.store(g, g7, 112)
    g += gStride
    counts += 4
    lists += listBytes
  }
}
