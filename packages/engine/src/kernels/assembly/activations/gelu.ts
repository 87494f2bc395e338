import { sumDelta } from '../delta'
import { bell, sizeOf, tailShare } from '../normal'
import { Layer, Plan } from '../plan'

/** 1/√(2π) */
const PER_ROOT_TWO_PI: f32 = 0.3989422804014327

/** z·Φ(z) = max(z, 0) − |z|·Φ(−|z|), at most 6 ulp off, and 1e-37 where Φ is denormal; NaN passes. */
export function geluAll(z: usize, a: usize, bytes: usize): void {
  const zero = f32x4.splat(0)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    const y = sizeOf(x)
    const positive = v128.andnot(x, f32x4.le(x, zero))
    v128.store(a, f32x4.sub(positive, f32x4.mul(y, f32x4.mul(bell(y), tailShare(y)))))
  }
}

/** f′ = Φ(z) + z·e^(−z²/2)/√(2π), off by at most 3e-7. */
export function differentiateGelu(z: usize, delta: usize, bytes: usize): void {
  const one = f32x4.splat(1)
  for (const end = z + bytes; z < end; z += 16, delta += 16) {
    const x = v128.load(z)
    const y = sizeOf(x)
    // f′(−y) = e^(−y²/2)(T − y/√(2π)), and f′(y) = 1 − f′(−y).
    const left = f32x4.mul(bell(y), f32x4.sub(tailShare(y), f32x4.mul(y, f32x4.splat(PER_ROOT_TWO_PI))))
    const slope = v128.bitselect(f32x4.sub(one, left), left, f32x4.gt(x, f32x4.splat(0)))
    v128.store(delta, f32x4.mul(v128.load(delta), slope))
  }
}

@inline export function activate(plan: Plan, layer: Layer, rows: i32): void {
  geluAll(layer.z, layer.a, rows * layer.stride)
}

/** δ ← δ·f′, and ∂C/∂b. */
@inline export function differentiate(plan: Plan, layer: Layer, rows: i32): void {
  differentiateGelu(layer.z, layer.delta, rows * layer.stride)
  sumDelta(plan, layer, rows)
}
