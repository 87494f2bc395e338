import { sumDelta } from '../delta'
import { Layer, Plan } from '../plan'
import { tanh } from '../tanh'

export function tanhAll(z: usize, a: usize, bytes: usize): void {
  for (const end = z + bytes; z < end; z += 16, a += 16) v128.store(a, tanh(v128.load(z)))
}

export function differentiateTanh(a: usize, delta: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (const end = a + bytes; a < end; a += 16, delta += 16) {
    const x = v128.load(a)
    v128.store(delta, f32x4.mul(v128.load(delta), f32x4.sub(one, f32x4.mul(x, x))))
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  tanhAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateTanh(layer.a, layer.delta, rows * layer.stride)
  sumDelta(plan, layer, rows)
}
