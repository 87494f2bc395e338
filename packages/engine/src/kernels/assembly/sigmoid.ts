import { constant, DOWN_25, expOfNegative, expOfNegativeBy, LN2_HIGH, LN2_LOW, LOWEST, one, PER_LN2 } from './exp'
import { Q0, Q1, Q2, Q3, Q4, ROUND_UP_25 } from './exp'

/** −0, whose one bit is the sign. */
const SIGN = memory.data<f32>([-0.0])

/** −|x| */
@inline export function negative(x: v128): v128 {
  return v128.or(x, v128.load32_splat(SIGN))
}

/** (x < 0 ? e : 1)/(1 + e), e = e^−|x| ≤ 1: the numerator is the larger of e and (x ≥ 0 ? 1 : 0). */
@inline function share(x: v128, e: v128, unit: v128): v128 {
  return f32x4.div(f32x4.pmax(e, v128.and(f32x4.ge(x, f32x4.splat(0)), unit)), f32x4.add(unit, e))
}

/** σ(x) = 1/(1 + e⁻ˣ), at most 3 ulp off in both tails. Nothing overflows. */
@inline export function sigmoid(x: v128): v128 {
  return share(x, expOfNegative(negative(x)), one())
}

/** a ← σ(z) over `bytes` of float32. The constants are loaded before the loop: those for which V8 has a register stay in it. */
export function sigmoidAll(z: usize, a: usize, bytes: usize): void {
  const sign = v128.load32_splat(SIGN)
  const lowest = constant(LOWEST)
  const perLn2 = constant(PER_LN2)
  const ln2High = constant(LN2_HIGH)
  const ln2Low = constant(LN2_LOW)
  const q0 = constant(Q0)
  const q1 = constant(Q1)
  const q2 = constant(Q2)
  const q3 = constant(Q3)
  const q4 = constant(Q4)
  const round = constant(ROUND_UP_25)
  const down = constant(DOWN_25)
  const unit = one()
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    const x = v128.load(z)
    const e = expOfNegativeBy(
      v128.or(x, sign), lowest, perLn2, ln2High, ln2Low, q0, q1, q2, q3, q4, round, down, unit,
    )
    v128.store(a, share(x, e, unit))
  }
}
