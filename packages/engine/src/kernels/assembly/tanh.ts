import { expOfNegative } from './exp'

/** Below this the polynomial, above it e^−2|x|, which would cancel near 0. */
const NEAR_ZERO: f32 = 0.625

/** tanh x, at most 2 ulp off: near 0 x + x³·p(x²), p minimax of degree 4; else ±(1 − e)/(1 + e) with e = e^−2|x|. */
@inline export function tanh(x: v128): v128 {
  const sign = i32x4.splat(0x80000000)
  const one = f32x4.splat(1)
  const e = expOfNegative(v128.or(f32x4.add(x, x), sign))
  const far = v128.or(f32x4.div(f32x4.sub(one, e), f32x4.add(one, e)), v128.and(x, sign))
  const s = f32x4.mul(x, x)
  let p = f32x4.add(f32x4.splat(0.020650578662753105), f32x4.mul(s, f32x4.splat(-0.005717036779969931)))
  p = f32x4.add(f32x4.splat(-0.05374349653720856), f32x4.mul(s, p))
  p = f32x4.add(f32x4.splat(0.13331490755081177), f32x4.mul(s, p))
  p = f32x4.add(f32x4.splat(-0.3333328366279602), f32x4.mul(s, p))
  const near = f32x4.add(x, f32x4.mul(f32x4.mul(x, s), p))
  return v128.bitselect(near, far, f32x4.lt(f32x4.abs(x), f32x4.splat(NEAR_ZERO)))
}
