// eˣ in float32, four at a time. x = n·ln 2 + r with |r| ≤ ½ ln 2, eˣ = 2ⁿ·eʳ.

/** Adding 1.5·2²³ rounds to an integer, which then lies in the sum's lower bits. */
const ROUNDING: f32 = 12582912
const PER_LN2: f32 = 1.44269504
/** ln 2 in two parts; the first has 9 bits, so that n times it is exact. */
const LN2_HIGH: f32 = 0.693359375
const LN2_LOW: f32 = -2.12194440e-4
/** Below this, eˣ rounds to 0. */
const LOWEST: f32 = -104
/** Above this, eˣ overflows. */
const HIGHEST: f32 = 89

/** eʳ for |r| ≤ ½ ln 2: 1 + (r + r²·q(r)), q minimax of degree 4 (3e-9 off), in pairs for short chains. */
@inline function expNearZero(r: v128): v128 {
  const r2 = f32x4.mul(r, r)
  const low = f32x4.add(f32x4.splat(0.5), f32x4.mul(r, f32x4.splat(0.166665181517601)))
  const middle = f32x4.add(f32x4.splat(0.04166620597243309), f32x4.mul(r, f32x4.splat(0.008368917740881443)))
  const high = f32x4.mul(r2, f32x4.splat(0.001395053812302649))
  const q = f32x4.add(low, f32x4.mul(r2, f32x4.add(middle, high)))
  return f32x4.add(f32x4.splat(1), f32x4.add(r, f32x4.mul(r2, q)))
}

/**
 * eˣ for x ≤ 0, at most 1 ulp off, denormals included; NaN stays NaN. 2ⁿ⁺²⁵ is added to the exponent, where nothing is
 * denormal yet, and 2⁻²⁵ multiplied in after.
 */
@inline export function expOfNegative(x: v128): v128 {
  const y = f32x4.pmax(x, f32x4.splat(LOWEST))
  const shifted = f32x4.add(f32x4.mul(y, f32x4.splat(PER_LN2)), f32x4.splat(ROUNDING + 25))
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDING + 25))
  const r = f32x4.sub(f32x4.sub(y, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)))
  const scaled = i32x4.add(expNearZero(r), i32x4.shl(shifted, 23))
  return f32x4.mul(scaled, f32x4.splat(2.98023223876953125e-8))
}

/** eˣ of any x, at most 1 ulp off: ∞ above 88.72, 0 below −103.97, NaN for NaN. 2ⁿ is multiplied in by halves. */
@inline export function exp(x: v128): v128 {
  const y = f32x4.pmin(f32x4.pmax(x, f32x4.splat(LOWEST)), f32x4.splat(HIGHEST))
  const shifted = f32x4.add(f32x4.mul(y, f32x4.splat(PER_LN2)), f32x4.splat(ROUNDING))
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDING))
  const r = f32x4.sub(f32x4.sub(y, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)))
  const power = i32x4.sub(shifted, f32x4.splat(ROUNDING))
  const half = i32x4.shr_s(power, 1)
  const one = f32x4.splat(1)
  const first = i32x4.add(one, i32x4.shl(half, 23))
  const second = i32x4.add(one, i32x4.shl(i32x4.sub(power, half), 23))
  return f32x4.mul(f32x4.mul(expNearZero(r), first), second)
}
