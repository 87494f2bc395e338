import { sumDelta } from '../delta'
import { exp } from '../exp'
import { Layer, Plan } from '../plan'

/** A share below e⁻⁸⁷ counts as 0: denormal numbers are slow. */
const LEAST: f32 = -87

@inline function largestLane(x: v128): v128 {
  const half = f32x4.max(x, i32x4.shuffle(x, x, 2, 3, 0, 1))
  return f32x4.max(half, i32x4.shuffle(half, half, 1, 0, 3, 2))
}

@inline function sumOfLanes(x: v128): v128 {
  const half = f32x4.add(x, i32x4.shuffle(x, x, 2, 3, 0, 1))
  return f32x4.add(half, i32x4.shuffle(half, half, 1, 0, 3, 2))
}

/**
 * aⱼ = e^(zⱼ − m)/Σₖ e^(zₖ − m), m the row's largest z. Leaves m and the sum of each row in `sums`, 8 bytes a row, for the
 * cross-entropy. A row is `stride` bytes; its padding holds −1e30.
 */
export function softmaxAll(z: usize, a: usize, stride: usize, rows: i32, sums: usize): void {
  for (; rows > 0; --rows) {
    let m = v128.load(z)
    for (let k: usize = 16; k < stride; k += 16) m = f32x4.max(m, v128.load(z + k))
    m = largestLane(m)
    let sum = f32x4.splat(0)
    for (let k: usize = 0; k < stride; k += 16) {
      const x = f32x4.sub(v128.load(z + k), m)
      const e = v128.andnot(exp(f32x4.pmax(x, f32x4.splat(LEAST))), f32x4.lt(x, f32x4.splat(LEAST)))
      v128.store(a + k, e)
      sum = f32x4.add(sum, e)
    }
    sum = sumOfLanes(sum)
    for (let k: usize = 0; k < stride; k += 16) v128.store(a + k, f32x4.div(v128.load(a + k), sum))
    f32.store(sums, f32x4.extract_lane(m, 0))
    f32.store(sums, f32x4.extract_lane(sum, 0), 4)
    z += stride
    a += stride
    sums += 8
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

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  softmaxAll(layer.z, layer.a, layer.stride, rows, plan.sums)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateSoftmax(layer.a, layer.delta, layer.stride, rows)
  sumDelta(plan, layer, rows)
}
