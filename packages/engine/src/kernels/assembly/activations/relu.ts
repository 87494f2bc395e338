import { sumDelta } from '../delta'
import { Layer, Plan } from '../plan'

/** max(0, z); NaN passes, so that a broken network cannot look silent. */
export function reluAll(z: usize, a: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    v128.store(a, v128.andnot(x, f32x4.le(x, zero)))
  }
}

export function differentiateRelu(z: usize, delta: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    v128.store(delta, v128.andnot(v128.load(delta), f32x4.le(v128.load(z), zero)))
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  reluAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateRelu(layer.z, layer.delta, rows * layer.stride)
  sumDelta(plan, layer, rows)
}
