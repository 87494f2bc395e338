/** √½'s bits: taking them away leaves a number's power of two in the exponent, its mantissa in [√½, √2). */
const ROOT_HALF: i32 = 0x3f3504f3
const LN2_HIGH: f32 = 0.693359375
const LN2_LOW: f32 = -2.12194440e-4

/** ln x for normal x > 0, about 1 ulp off: x = 2ᵏ(1 + f), ln(1 + f) = f − f²/2 + f³·p(f), p minimax of degree 7. */
@inline export function log(x: v128): v128 {
  const above = i32x4.sub(x, i32x4.splat(ROOT_HALF))
  const k = f32x4.convert_i32x4_s(i32x4.shr_s(above, 23))
  const m = i32x4.add(v128.and(above, i32x4.splat(0x007fffff)), i32x4.splat(ROOT_HALF))
  const f = f32x4.sub(m, f32x4.splat(1))
  let p = f32x4.add(f32x4.splat(0.12881621718406677), f32x4.mul(f, f32x4.splat(-0.07859545946121216)))
  p = f32x4.add(f32x4.splat(-0.13128767907619476), f32x4.mul(f, p))
  p = f32x4.add(f32x4.splat(0.14181196689605713), f32x4.mul(f, p))
  p = f32x4.add(f32x4.splat(-0.16624553501605988), f32x4.mul(f, p))
  p = f32x4.add(f32x4.splat(0.2000228613615036), f32x4.mul(f, p))
  p = f32x4.add(f32x4.splat(-0.25000810623168945), f32x4.mul(f, p))
  p = f32x4.add(f32x4.splat(0.33333316445350647), f32x4.mul(f, p))
  const f2 = f32x4.mul(f, f)
  const tail = f32x4.sub(f32x4.mul(f32x4.mul(f2, f), p), f32x4.mul(f2, f32x4.splat(0.5)))
  const low = f32x4.add(tail, f32x4.mul(k, f32x4.splat(LN2_LOW)))
  return f32x4.add(f32x4.mul(k, f32x4.splat(LN2_HIGH)), f32x4.add(f, low))
}

/** ln(1 + x) for x in [0, 1] without losing a small x: ln u + (x − (u − 1))/u with u = 1 + x as rounded. */
@inline export function logOnePlus(x: v128): v128 {
  const one = f32x4.splat(1)
  const u = f32x4.add(one, x)
  return f32x4.add(log(u), f32x4.div(f32x4.sub(x, f32x4.sub(u, one)), u))
}
