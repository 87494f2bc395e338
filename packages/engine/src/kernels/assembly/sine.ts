// sin and cos: x = n·π/2 + r with |r| ≤ π/4, then sin r or cos r, with the sign that n modulo 4 asks for.

const ROUNDING: f32 = 12582912
const PER_HALF_PI: f32 = 0.636619772
/** π/2 in three parts (Cody & Waite 1980): 11 bits, 11 bits, the rest. */
const HALF_PI_HIGH: f32 = 1.5703125
const HALF_PI_MIDDLE: f32 = 0.0004837512969970703
const HALF_PI_LOW: f32 = 7.549790126404332e-8

/** The nearest number in [−1, 1]. */
@inline function within(x: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(1)), f32x4.splat(-1))
}

/** sin(x + quarters·π/2), kept in [−1, 1] where r is no longer exact. Polynomials of Moshier's Cephes. */
@inline function sineOfQuarters(x: v128, quarters: i32): v128 {
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(PER_HALF_PI)), f32x4.splat(ROUNDING))
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDING))
  const high = f32x4.sub(x, f32x4.mul(n, f32x4.splat(HALF_PI_HIGH)))
  const middle = f32x4.mul(n, f32x4.splat(HALF_PI_MIDDLE))
  const low = f32x4.mul(n, f32x4.splat(HALF_PI_LOW))
  const rough = f32x4.sub(high, middle)
  const exact = f32x4.sub(rough, low)
  const r = within(exact)
  // What both subtractions lost in rounding.
  const lost = f32x4.add(f32x4.sub(f32x4.sub(high, rough), middle), f32x4.sub(f32x4.sub(rough, exact), low))
  const s = f32x4.mul(r, r)
  let p = f32x4.add(f32x4.splat(8.3321608736e-3), f32x4.mul(s, f32x4.splat(-1.9515295891e-4)))
  p = f32x4.add(f32x4.splat(-1.6666654611e-1), f32x4.mul(s, p))
  const sine = f32x4.add(r, f32x4.add(f32x4.mul(f32x4.mul(r, s), p), lost))
  let q = f32x4.add(f32x4.splat(-1.388731625493765e-3), f32x4.mul(s, f32x4.splat(2.443315711809948e-5)))
  q = f32x4.add(f32x4.splat(4.166664568298827e-2), f32x4.mul(s, q))
  const rest = f32x4.sub(f32x4.mul(f32x4.mul(s, s), q), f32x4.mul(s, f32x4.splat(0.5)))
  const cosine = f32x4.add(f32x4.splat(1), rest)
  const quarter = i32x4.add(shifted, i32x4.splat(quarters))
  const odd = i32x4.shr_s(i32x4.shl(quarter, 31), 31)
  return v128.xor(within(v128.bitselect(cosine, sine, odd)), i32x4.shl(i32x4.shr_u(quarter, 1), 31))
}

/** sin x, off by at most 1e-7 for |x| ≤ 8,192; beyond, by about |x|·2⁻²⁴; NaN at ±∞. */
@inline export function sine(x: v128): v128 {
  return sineOfQuarters(x, 0)
}

/** cos x, as exact as `sine`. */
@inline export function cosine(x: v128): v128 {
  return sineOfQuarters(x, 1)
}
