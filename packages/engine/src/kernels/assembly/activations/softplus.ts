import { sumDelta } from '../delta'
import { expOfNegative } from '../exp'
import { logOnePlus } from '../log'
import { Layer, Plan } from '../plan'
import { sigmoid } from '../sigmoid'

/** max(z, 0) + ln(1 + e^−|z|), at most 3 ulp off; NaN passes. */
export function softplusAll(z: usize, a: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  const sign = i32x4.splat(0x80000000)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    const positive = v128.andnot(x, f32x4.le(x, zero))
    v128.store(a, f32x4.add(positive, logOnePlus(expOfNegative(v128.or(x, sign)))))
  }
}

/** f′ = σ(z), at most 3 ulp off. */
export function differentiateSoftplus(z: usize, delta: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    v128.store(delta, f32x4.mul(v128.load(delta), sigmoid(v128.load(z))))
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  softplusAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateSoftplus(layer.z, layer.delta, rows * layer.stride)
  sumDelta(plan, layer, rows)
}
