// σ(x) = 1/(1 + e⁻ˣ) with one division. −x = n·ln 2 − s with |s| ≤ ½ ln 2, and e⁻ˢ = (R − s)/(R + s) with R = s·coth(s/2), an
// even function, in which errors hardly count. So σ(x) = (R + s)/((R + s) + 2ⁿ·(R − s)), and nothing overflows where all is
// scaled by 2⁻²⁵.

// Constants come from memory: V8 would build each anew in every turn of a loop, by three instructions instead of one.
const TABLE = memory.data<f32>([
  // Below the first, σ rounds to 0; above the second, to 1.
  -104, 25,
  // −1/ln 2, and ln 2 in two parts, of which the first has 9 bits, so that n times it is exact.
  -1.44269504, 0.693359375, -2.1219444e-4,
  // Adding 1.5·2²³ rounds to an integer, which then lies in the sum's lower bits, here less 25; and 2⁻²⁵.
  12582912 - 25, 2.98023223876953125e-8,
  // R = 2 + s²·(r1 + s²·r2), minimax; e⁻ˢ is 7e-10 off.
  2, 0.1666662096977234, -0.002766213146969676,
])
@inline const LOWEST = 0
@inline const HIGHEST = 1
@inline const PER_LN2 = 2
@inline const LN2_HIGH = 3
@inline const LN2_LOW = 4
@inline const ROUND = 5
@inline const DOWN = 6
@inline const TWO = 7
@inline const R1 = 8
@inline const R2 = 9

/** A number of the table, in every lane. */
@inline function constant(index: usize): v128 {
  return v128.load32_splat(TABLE + (index << 2))
}

/** σ(x), the constants being the caller's to load, before a loop. */
@inline function sigmoidBy(
  x: v128, lowest: v128, highest: v128, perLn2: v128, ln2High: v128, ln2Low: v128,
  round: v128, down: v128, two: v128, r1: v128, r2: v128,
): v128 {
  const y = f32x4.pmin(f32x4.pmax(x, lowest), highest)
  const shifted = f32x4.add(f32x4.mul(y, perLn2), round)
  const n = f32x4.sub(shifted, round)
  const s = f32x4.add(f32x4.add(y, f32x4.mul(n, ln2High)), f32x4.mul(n, ln2Low))
  const square = f32x4.mul(s, s)
  const r = f32x4.add(two, f32x4.mul(square, f32x4.add(r1, f32x4.mul(square, r2))))
  const share = f32x4.mul(f32x4.add(r, s), down)
  const rest = i32x4.add(f32x4.sub(r, s), i32x4.shl(shifted, 23))
  return f32x4.div(share, f32x4.add(share, rest))
}

/** σ(x), at most 3 ulp off in both tails; NaN stays NaN. */
@inline export function sigmoid(x: v128): v128 {
  return sigmoidBy(
    x, constant(LOWEST), constant(HIGHEST), constant(PER_LN2), constant(LN2_HIGH), constant(LN2_LOW),
    constant(ROUND), constant(DOWN), constant(TWO), constant(R1), constant(R2),
  )
}

/** a ← σ(z) over `bytes` of float32. */
export function sigmoidAll(z: usize, a: usize, bytes: usize): void {
  const lowest = constant(LOWEST)
  const highest = constant(HIGHEST)
  const perLn2 = constant(PER_LN2)
  const ln2High = constant(LN2_HIGH)
  const ln2Low = constant(LN2_LOW)
  const round = constant(ROUND)
  const down = constant(DOWN)
  const two = constant(TWO)
  const r1 = constant(R1)
  const r2 = constant(R2)
  for (const end = z + bytes; z < end; z += 16, a += 16) {
    v128.store(a, sigmoidBy(v128.load(z), lowest, highest, perLn2, ln2High, ln2Low, round, down, two, r1, r2))
  }
}
