import { cosine } from './sine'

// δ ← δ·f′ over `bytes` of float32: δ comes as ∂C/∂a and leaves as ∂C/∂z.

/**
 * Goes down the columns, row after row, and stores their sums too, which saves a second pass: `bytes` of columns from `a`, `delta`
 * and `sums`, 8 columns at a time or the last 4.
 */
export function differentiateSigmoid(a: usize, delta: usize, stride: usize, rows: i32, sums: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (; bytes >= 32; bytes -= 32, a += 32, delta += 32, sums += 32) {
    let sum0 = f32x4.splat(0)
    let sum1 = sum0
    let from = a
    let d = delta
    let left = rows
    do {
      const x0 = v128.load(from)
      const d0 = f32x4.mul(f32x4.mul(v128.load(d), x0), f32x4.sub(one, x0))
      v128.store(d, d0)
      sum0 = f32x4.add(sum0, d0)
      const x1 = v128.load(from, 16)
      const d1 = f32x4.mul(f32x4.mul(v128.load(d, 16), x1), f32x4.sub(one, x1))
      v128.store(d, d1, 16)
      sum1 = f32x4.add(sum1, d1)
      from += stride
      d += stride
    } while (--left)
    v128.store(sums, sum0)
    v128.store(sums, sum1, 16)
  }
  if (bytes) {
    let sum = f32x4.splat(0)
    do {
      const x = v128.load(a)
      const d = f32x4.mul(f32x4.mul(v128.load(delta), x), f32x4.sub(one, x))
      v128.store(delta, d)
      sum = f32x4.add(sum, d)
      a += stride
      delta += stride
    } while (--rows)
    v128.store(sums, sum)
  }
}

export function differentiateTanh(a: usize, delta: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (const end = a + bytes; a < end; a += 16, delta += 16) {
    const x = v128.load(a)
    v128.store(delta, f32x4.mul(v128.load(delta), f32x4.sub(one, f32x4.mul(x, x))))
  }
}

export function differentiateRelu(z: usize, delta: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    v128.store(delta, v128.andnot(v128.load(delta), f32x4.le(v128.load(z), zero)))
  }
}

export function differentiateLeakyRelu(z: usize, delta: usize, bytes: usize, slope: f32): void {
  const zero = f32x4.splat(0)
  const slopes = f32x4.splat(slope)
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    const d = v128.load(delta)
    v128.store(delta, v128.bitselect(f32x4.mul(d, slopes), d, f32x4.le(v128.load(z), zero)))
  }
}

export function differentiateSine(z: usize, delta: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    v128.store(delta, f32x4.mul(v128.load(delta), cosine(v128.load(z))))
  }
}

/** The full Jacobian, row by row: δⱼ = aⱼ(gⱼ − Σₖ gₖaₖ). */
export function differentiateSoftmax(a: usize, delta: usize, stride: usize, rows: i32): void {
  for (; rows > 0; --rows) {
    let sum = f32x4.splat(0)
    for (let k: usize = 0; k < stride; k += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(delta + k), v128.load(a + k)))
    sum = f32x4.add(sum, i32x4.shuffle(sum, sum, 2, 3, 0, 1))
    sum = f32x4.add(sum, i32x4.shuffle(sum, sum, 1, 0, 3, 2))
    for (let k: usize = 0; k < stride; k += 16) {
      v128.store(delta + k, f32x4.mul(v128.load(a + k), f32x4.sub(v128.load(delta + k), sum)))
    }
    a += stride
    delta += stride
  }
}
