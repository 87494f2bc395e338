// eˣ in float32, four at a time. x = n·ln 2 + r with |r| ≤ ½ ln 2, eˣ = 2ⁿ·eʳ.

/** Adding 1.5·2²³ rounds to an integer, which then lies in the sum's lower bits. */
const ROUNDING: f32 = 12582912

// Constants come from memory: V8 would rebuild each one in every iteration, with three instructions instead of one.
const TABLE = memory.data<f32>([
  // Below the first, eˣ rounds to 0; above the second it overflows.
  -104, 89,
  // 1/ln 2, and ln 2 in two parts, of which the first has 9 bits, so that n times it is exact.
  1.44269504, 0.693359375, -2.1219444e-4,
  // q of eʳ = 1 + (r + r²·q(r)), minimax of degree 4, 3e-9 off.
  0.5, 0.166665181517601, 0.04166620597243309, 0.008368917740881443, 0.001395053812302649,
  ROUNDING, ROUNDING + 25, 2.98023223876953125e-8, 1,
])
@inline const LOWEST = 0
@inline const HIGHEST = 1
@inline const PER_LN2 = 2
@inline const LN2_HIGH = 3
@inline const LN2_LOW = 4
@inline const Q0 = 5
@inline const Q1 = 6
@inline const Q2 = 7
@inline const Q3 = 8
@inline const Q4 = 9
@inline const ROUND = 10
@inline const ROUND_UP_25 = 11
@inline const DOWN_25 = 12
@inline const ONE = 13

/** 1 */
@inline export function one(): v128 {
  return constant(ONE)
}

/** A number of the table, in every lane. */
@inline function constant(index: usize): v128 {
  return v128.load32_splat(TABLE + (index << 2))
}

/** q(r), in pairs for short chains. */
@inline function quotient(r: v128, r2: v128): v128 {
  const low = f32x4.add(constant(Q0), f32x4.mul(r, constant(Q1)))
  const high = f32x4.add(f32x4.add(constant(Q2), f32x4.mul(r, constant(Q3))), f32x4.mul(r2, constant(Q4)))
  return f32x4.add(low, f32x4.mul(r2, high))
}

/**
 * eˣ for x ≤ 0, at most 1.02 ulp off, denormals included; NaN stays NaN. 2ⁿ⁺²⁵ is added to the exponent, where nothing is
 * denormal yet, and 2⁻²⁵ multiplied in after.
 */
@inline export function expOfNegative(x: v128): v128 {
  const y = f32x4.pmax(x, constant(LOWEST))
  const shifted = f32x4.add(f32x4.mul(y, constant(PER_LN2)), constant(ROUND_UP_25))
  const n = f32x4.sub(shifted, constant(ROUND_UP_25))
  const r = f32x4.sub(f32x4.sub(y, f32x4.mul(n, constant(LN2_HIGH))), f32x4.mul(n, constant(LN2_LOW)))
  const r2 = f32x4.mul(r, r)
  const near = f32x4.add(one(), f32x4.add(r, f32x4.mul(r2, quotient(r, r2))))
  return f32x4.mul(i32x4.add(near, i32x4.shl(shifted, 23)), constant(DOWN_25))
}

/**
 * eˣ of any x, at most 1 ulp off: ∞ above 88.72, 0 below −103.97, NaN for NaN. What r lost in rounding is added back; 2ⁿ is
 * multiplied in by halves.
 */
@inline export function exp(x: v128): v128 {
  const y = f32x4.pmin(f32x4.pmax(x, constant(LOWEST)), constant(HIGHEST))
  const shifted = f32x4.add(f32x4.mul(y, constant(PER_LN2)), constant(ROUND))
  const n = f32x4.sub(shifted, constant(ROUND))
  const high = f32x4.sub(y, f32x4.mul(n, constant(LN2_HIGH)))
  const low = f32x4.mul(n, constant(LN2_LOW))
  const r = f32x4.sub(high, low)
  const lost = f32x4.sub(f32x4.sub(high, r), low)
  const r2 = f32x4.mul(r, r)
  const near = f32x4.add(one(), f32x4.add(r, f32x4.add(f32x4.mul(r2, quotient(r, r2)), lost)))
  const power = i32x4.sub(shifted, constant(ROUND))
  const half = i32x4.shr_s(power, 1)
  const first = i32x4.add(one(), i32x4.shl(half, 23))
  const second = i32x4.add(one(), i32x4.shl(i32x4.sub(power, half), 23))
  return f32x4.mul(f32x4.mul(near, first), second)
}

/** eʳ for |r| ≤ ½ ln 2, at most 1 ulp off. */
@inline export function expNearZero(r: v128): v128 {
  const r2 = f32x4.mul(r, r)
  return f32x4.add(one(), f32x4.add(r, f32x4.mul(r2, quotient(r, r2))))
}

/** Below this eˣ − 1 rounds to −1. */
const MINUS_ONE_BELOW: f32 = -30

/** eˣ − 1 for x ≤ 0, at most 2 ulp off, also near 0, where it is x; NaN stays NaN. */
@inline export function expMinusOneOfNegative(x: v128): v128 {
  const y = f32x4.pmax(x, f32x4.splat(MINUS_ONE_BELOW))
  const shifted = f32x4.add(f32x4.mul(y, constant(PER_LN2)), constant(ROUND))
  const n = f32x4.sub(shifted, constant(ROUND))
  const r = f32x4.sub(f32x4.sub(y, f32x4.mul(n, constant(LN2_HIGH))), f32x4.mul(n, constant(LN2_LOW)))
  const r2 = f32x4.mul(r, r)
  const near = f32x4.add(r, f32x4.mul(r2, quotient(r, r2)))
  const power = i32x4.add(one(), i32x4.shl(i32x4.sub(shifted, constant(ROUND)), 23))
  return f32x4.add(f32x4.mul(power, near), f32x4.sub(power, one()))
}
