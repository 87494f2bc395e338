import { sumDelta } from '../delta'
import { Layer, Plan } from '../plan'
import { cosine, sine } from '../sine'

export function sineAll(z: usize, a: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, a += 16) v128.store(a, sine(v128.load(z)))
}

export function differentiateSine(z: usize, delta: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    v128.store(delta, f32x4.mul(v128.load(delta), cosine(v128.load(z))))
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  sineAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateSine(layer.z, layer.delta, rows * layer.stride)
  sumDelta(plan, layer, rows)
}
