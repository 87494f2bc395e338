// sin and cos: x = n·π + r with |r| ≤ π/2 (n a half-integer for cos), then ± a polynomial of r.

const ROUNDING: f32 = 12582912
const PER_PI: f32 = 0.318309886
/** π in three parts (Cody & Waite 1980): 11 bits, 11 bits, the rest. */
const PI_HIGH: f32 = 3.140625
const PI_MIDDLE: f32 = 0.0009675025939941406
const PI_LOW: f32 = 1.5099580252808664e-7

/** (−1)ⁿ sin r for the n in the lower bits of `shifted`, kept in [−1, 1] where r is no longer exact. */
@inline function signedSine(x: v128, n: v128, shifted: v128): v128 {
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(PI_HIGH)))
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(PI_MIDDLE)))
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(PI_LOW)))
  const s = f32x4.mul(r, r)
  let p = f32x4.add(f32x4.splat(-0.0001980647793971002), f32x4.mul(s, f32x4.splat(2.5997510419983882e-6)))
  p = f32x4.add(f32x4.splat(0.008333015255630016), f32x4.mul(s, p))
  p = f32x4.add(f32x4.splat(-0.16666656732559204), f32x4.mul(s, p))
  const sine = f32x4.add(r, f32x4.mul(f32x4.mul(r, s), p))
  const bounded = f32x4.pmax(f32x4.pmin(sine, f32x4.splat(1)), f32x4.splat(-1))
  return v128.xor(bounded, i32x4.shl(shifted, 31))
}

/** sin x, off by at most 1e-7 for |x| ≤ 8,192; beyond, by about |x|·2⁻²⁴; NaN at ±∞. */
@inline export function sine(x: v128): v128 {
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(PER_PI)), f32x4.splat(ROUNDING))
  return signedSine(x, f32x4.sub(shifted, f32x4.splat(ROUNDING)), shifted)
}

/** cos x = sin(x + π/2), as exact as `sine`. */
@inline export function cosine(x: v128): v128 {
  const half = f32x4.splat(0.5)
  const shifted = f32x4.add(f32x4.add(f32x4.mul(x, f32x4.splat(PER_PI)), half), f32x4.splat(ROUNDING))
  return signedSine(x, f32x4.sub(f32x4.sub(shifted, f32x4.splat(ROUNDING)), half), shifted)
}
