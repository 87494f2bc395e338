import { expNearZero, expOfNegative } from './exp'

// The normal distribution: Φ(−y) = e^(−y²/2)·T for y ≥ 0 with T = P(t)/(1 + y/4), t = (y − 4)/(y + 4); P a least-squares fit of degree 9
// with relative weights over y in [0, 14.3], 8e-9 off.

/** Beyond ±this Φ is 0 or 1 in float32. */
const LIMIT: f32 = 14.25

/** |z|, at most 14.25; NaN stays NaN. */
@inline export function sizeOf(z: v128): v128 {
  return f32x4.pmin(f32x4.abs(z), f32x4.splat(LIMIT))
}

/** e^(−y²/2) for y from `sizeOf`, at most 3 ulp off where it is normal: y = h + l, where h has 12 bits, so that its square is exact. */
@inline export function bell(y: v128): v128 {
  const high = v128.and(y, i32x4.splat(0xfffff000))
  const low = f32x4.sub(y, high)
  const half = f32x4.splat(0.5)
  const large = expOfNegative(f32x4.mul(f32x4.mul(high, high), f32x4.splat(-0.5)))
  const small = expNearZero(f32x4.neg(f32x4.mul(low, f32x4.add(high, f32x4.mul(low, half)))))
  return f32x4.mul(large, small)
}

/** T for y from `sizeOf`. */
@inline export function tailShare(y: v128): v128 {
  const four = f32x4.splat(4)
  const u = f32x4.div(f32x4.splat(1), f32x4.add(y, four))
  const t = f32x4.mul(f32x4.sub(y, four), u)
  let p = f32x4.add(f32x4.splat(4.5346940169110894e-05), f32x4.mul(t, f32x4.splat(-3.2755748224041983e-05)))
  p = f32x4.add(f32x4.splat(0.0003926604986190796), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(-0.0008783786906860769), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(-0.0018814572831615806), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(0.015100990422070026), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(-0.04663083702325821), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(0.09678422659635544), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(-0.1519741415977478), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(0.18882128596305847), f32x4.mul(t, p))
  return f32x4.mul(f32x4.mul(p, four), u)
}
