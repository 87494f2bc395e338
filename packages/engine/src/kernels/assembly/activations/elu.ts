import { sumDelta } from '../delta'
import { expMinusOneOfNegative, expOfNegative } from '../exp'
import { Layer, Plan } from '../plan'

/** z where z > 0, else eᶻ − 1, at most 2 ulp off; NaN passes. */
export function eluAll(z: usize, a: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    v128.store(a, v128.bitselect(x, expMinusOneOfNegative(x), f32x4.gt(x, zero)))
  }
}

/** f′ = 1 where z > 0, else eᶻ, at most 2 ulp off. */
export function differentiateElu(z: usize, delta: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    const x = v128.load(z)
    const d = v128.load(delta)
    v128.store(delta, v128.bitselect(d, f32x4.mul(d, expOfNegative(x)), f32x4.gt(x, zero)))
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  eluAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateElu(layer.z, layer.delta, rows * layer.stride)
  sumDelta(plan, layer, rows)
}
