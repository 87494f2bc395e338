import { sumDelta } from '../delta'
import { Layer, Plan } from '../plan'

export function leakyReluAll(z: usize, a: usize, bytes: usize, slope: f32): void {
  const zero = f32x4.splat(0)
  const slopes = f32x4.splat(slope)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    v128.store(a, v128.bitselect(x, f32x4.mul(x, slopes), f32x4.gt(x, zero)))
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

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  leakyReluAll(layer.z, layer.a, rows * layer.stride, layer.slope)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateLeakyRelu(layer.z, layer.delta, rows * layer.stride, layer.slope)
  sumDelta(plan, layer, rows)
}
