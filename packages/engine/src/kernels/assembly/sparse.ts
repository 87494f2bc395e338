// The first layer where most inputs are 0: a row is a list of its lit inputs, 8 bytes each: which (an offset into the weights,
// or for wide layers the index), and the value. Narrow lists are even, their last
// value perhaps 0, so that loops go two by two. The sums are those of the dense kernels without the terms that are 0.

/** z = bias + x·W for a layer of 4·VECTORS ≤ 32 padded neurons; an entry's first word is its weights' offset. */
@inline function narrowProduct(vectors: i32, entries: usize, end: usize, w: usize, bias: usize, z: usize): void {
  const zero = f32x4.splat(0)
  let z0 = f32x4.add(v128.load(bias), zero)
  let z1 = f32x4.add(v128.load(bias, 16), zero)
  let z2 = vectors > 2 ? f32x4.add(v128.load(bias, 32), zero) : zero
  let z3 = vectors > 2 ? f32x4.add(v128.load(bias, 48), zero) : zero
  let z4 = vectors > 4 ? f32x4.add(v128.load(bias, 64), zero) : zero
  let z5 = vectors > 4 ? f32x4.add(v128.load(bias, 80), zero) : zero
  let z6 = vectors > 6 ? f32x4.add(v128.load(bias, 96), zero) : zero
  let z7 = vectors > 6 ? f32x4.add(v128.load(bias, 112), zero) : zero
  for (; entries < end; entries += 16) {
    const row0 = w + load<u32>(entries)
    const x0 = v128.load32_splat(entries, 4)
    z0 = f32x4.add(z0, f32x4.mul(x0, v128.load(row0)))
    z1 = f32x4.add(z1, f32x4.mul(x0, v128.load(row0, 16)))
    if (vectors > 2) {
      z2 = f32x4.add(z2, f32x4.mul(x0, v128.load(row0, 32)))
      z3 = f32x4.add(z3, f32x4.mul(x0, v128.load(row0, 48)))
    }
    if (vectors > 4) {
      z4 = f32x4.add(z4, f32x4.mul(x0, v128.load(row0, 64)))
      z5 = f32x4.add(z5, f32x4.mul(x0, v128.load(row0, 80)))
    }
    if (vectors > 6) {
      z6 = f32x4.add(z6, f32x4.mul(x0, v128.load(row0, 96)))
      z7 = f32x4.add(z7, f32x4.mul(x0, v128.load(row0, 112)))
    }
    const row1 = w + load<u32>(entries, 8)
    const x1 = v128.load32_splat(entries, 12)
    z0 = f32x4.add(z0, f32x4.mul(x1, v128.load(row1)))
    z1 = f32x4.add(z1, f32x4.mul(x1, v128.load(row1, 16)))
    if (vectors > 2) {
      z2 = f32x4.add(z2, f32x4.mul(x1, v128.load(row1, 32)))
      z3 = f32x4.add(z3, f32x4.mul(x1, v128.load(row1, 48)))
    }
    if (vectors > 4) {
      z4 = f32x4.add(z4, f32x4.mul(x1, v128.load(row1, 64)))
      z5 = f32x4.add(z5, f32x4.mul(x1, v128.load(row1, 80)))
    }
    if (vectors > 6) {
      z6 = f32x4.add(z6, f32x4.mul(x1, v128.load(row1, 96)))
      z7 = f32x4.add(z7, f32x4.mul(x1, v128.load(row1, 112)))
    }
  }
  v128.store(z, z0)
  v128.store(z, z1, 16)
  if (vectors > 2) {
    v128.store(z, z2, 32)
    v128.store(z, z3, 48)
  }
  if (vectors > 4) {
    v128.store(z, z4, 64)
    v128.store(z, z5, 80)
  }
  if (vectors > 6) {
    v128.store(z, z6, 96)
    v128.store(z, z7, 112)
  }
}

export function sparseProduct8(entries: usize, end: usize, w: usize, bias: usize, z: usize): void {
  narrowProduct(2, entries, end, w, bias, z)
}
export function sparseProduct16(entries: usize, end: usize, w: usize, bias: usize, z: usize): void {
  narrowProduct(4, entries, end, w, bias, z)
}
export function sparseProduct24(entries: usize, end: usize, w: usize, bias: usize, z: usize): void {
  narrowProduct(6, entries, end, w, bias, z)
}
export function sparseProduct32(entries: usize, end: usize, w: usize, bias: usize, z: usize): void {
  narrowProduct(8, entries, end, w, bias, z)
}

@inline function addScaled(g: usize, x: v128, delta: v128): void {
  v128.store(g, f32x4.add(v128.load(g), f32x4.mul(x, delta)))
}

@inline function addRow(
  vectors: i32, row: usize, x: v128,
  d0: v128, d1: v128, d2: v128, d3: v128, d4: v128, d5: v128, d6: v128, d7: v128,
): void {
  addScaled(row, x, d0)
  addScaled(row + 16, x, d1)
  if (vectors > 2) {
    addScaled(row + 32, x, d2)
    addScaled(row + 48, x, d3)
  }
  if (vectors > 4) {
    addScaled(row + 64, x, d4)
    addScaled(row + 80, x, d5)
  }
  if (vectors > 6) {
    addScaled(row + 96, x, d6)
    addScaled(row + 112, x, d7)
  }
}

/** G += xᵀ·δ for one row of a narrow layer: only the lit inputs' rows of G are touched. */
@inline function narrowGradient(vectors: i32, entries: usize, end: usize, delta: usize, g: usize): void {
  const d0 = v128.load(delta)
  const d1 = v128.load(delta, 16)
  const d2 = vectors > 2 ? v128.load(delta, 32) : d0
  const d3 = vectors > 2 ? v128.load(delta, 48) : d0
  const d4 = vectors > 4 ? v128.load(delta, 64) : d0
  const d5 = vectors > 4 ? v128.load(delta, 80) : d0
  const d6 = vectors > 6 ? v128.load(delta, 96) : d0
  const d7 = vectors > 6 ? v128.load(delta, 112) : d0
  for (; entries < end; entries += 16) {
    addRow(vectors, g + load<u32>(entries), v128.load32_splat(entries, 4), d0, d1, d2, d3, d4, d5, d6, d7)
    addRow(vectors, g + load<u32>(entries, 8), v128.load32_splat(entries, 12), d0, d1, d2, d3, d4, d5, d6, d7)
  }
}

export function sparseGradient8(entries: usize, end: usize, delta: usize, g: usize): void {
  narrowGradient(2, entries, end, delta, g)
}
export function sparseGradient16(entries: usize, end: usize, delta: usize, g: usize): void {
  narrowGradient(4, entries, end, delta, g)
}
export function sparseGradient24(entries: usize, end: usize, delta: usize, g: usize): void {
  narrowGradient(6, entries, end, delta, g)
}
export function sparseGradient32(entries: usize, end: usize, delta: usize, g: usize): void {
  narrowGradient(8, entries, end, delta, g)
}
