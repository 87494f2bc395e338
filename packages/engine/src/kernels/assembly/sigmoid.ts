import { expOfNegative } from './exp'

/** σ(x) = 1/(1 + e⁻ˣ), at most 3 ulp off in both tails: with e = e^−|x|, (x < 0 ? e : 1)/(1 + e). Nothing overflows. */
@inline export function sigmoid(x: v128): v128 {
  const e = expOfNegative(v128.or(x, i32x4.splat(0x80000000)))
  const one = f32x4.splat(1)
  // e ≤ 1: the larger of e and (x ≥ 0 ? 1 : 0) is the numerator.
  const numerator = f32x4.pmax(e, v128.and(f32x4.ge(x, f32x4.splat(0)), one))
  return f32x4.div(numerator, f32x4.add(one, e))
}
