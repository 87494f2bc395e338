import { expOfNegative } from './exp'
import { log, logOnePlus } from './log'

// Costs, summed over the rows given (the caller averages), and δ of the output layer. A padding neuron's target is its activation (see parameters.ts), so that its δ is exactly 0.

@inline function sumOfLanes(x: v128): f32 {
  const half = f32x4.add(x, i32x4.shuffle(x, x, 2, 3, 0, 1))
  return f32x4.extract_lane(f32x4.add(half, i32x4.shuffle(half, half, 1, 0, 3, 2)), 0)
}

/** δ ← factor·(a − y): the last factor of every cost's gradient here. */
export function subtractTargets(a: usize, y: usize, delta: usize, bytes: usize, factor: f32): void {
  const factors = f32x4.splat(factor)
  for (const end = a + bytes; a < end; a += 16, y += 16, delta += 16) {
    v128.store(delta, f32x4.mul(f32x4.sub(v128.load(a), v128.load(y)), factors))
  }
}

/** Σ (a − y)² */
export function squaredError(a: usize, y: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0)
  for (const end = a + bytes; a < end; a += 16, y += 16) {
    const error = f32x4.sub(v128.load(a), v128.load(y))
    sum = f32x4.add(sum, f32x4.mul(error, error))
  }
  return sumOfLanes(sum)
}

/** −Σ y ln a + (1 − y) ln(1 − a) from logits: Σ max(z, 0) − z·y + ln(1 + e^−|z|) */
export function binaryCrossEntropy(z: usize, y: usize, bytes: usize): f32 {
  const zero = f32x4.splat(0)
  const sign = i32x4.splat(0x80000000)
  let sum = zero
  for (const end = z + bytes; z < end; z += 16, y += 16) {
    const x = v128.load(z)
    const linear = f32x4.sub(v128.andnot(x, f32x4.le(x, zero)), f32x4.mul(x, v128.load(y)))
    const rest = logOnePlus(expOfNegative(v128.or(x, sign)))
    sum = f32x4.add(sum, f32x4.add(linear, rest))
  }
  return sumOfLanes(sum)
}

/** −Σ y ln p from logits: Σ y·(m + ln s − z), m and s as softmax left them in `sums`. */
export function categoricalCrossEntropy(z: usize, y: usize, stride: usize, rows: i32, sums: usize): f32 {
  let sum = f32x4.splat(0)
  for (; rows > 0; --rows) {
    const all = f32x4.add(v128.load32_splat(sums), log(v128.load32_splat(sums, 4)))
    for (let k: usize = 0; k < stride; k += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(y + k), f32x4.sub(all, v128.load(z + k))))
    }
    z += stride
    y += stride
    sums += 8
  }
  return sumOfLanes(sum)
}
