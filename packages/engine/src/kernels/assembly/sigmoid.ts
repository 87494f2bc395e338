// σ(x) = 1/(1 + e⁻ˣ) with one division. −x = n·ln 2 − s with |s| ≤ ½ ln 2, and e⁻ˢ = (R − s)/(R + s) with R = s·coth(s/2), an
// even function, in which errors hardly count. So σ(x) = (R + s)/((R + s) + 2ⁿ·(R − s)), and nothing overflows where all is
// scaled by 2⁻²⁵.

// Constants come from memory: V8 would rebuild each one in every iteration, with three instructions instead of one.
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

@inline function clamped(x: v128, lowest: v128, highest: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, lowest), highest)
}

/** s = y + n·ln 2, n being the integer nearest −y/ln 2. */
@inline function remainder(y: v128, n: v128, ln2High: v128, ln2Low: v128): v128 {
  return f32x4.add(f32x4.add(y, f32x4.mul(n, ln2High)), f32x4.mul(n, ln2Low))
}

/** (R + s)/((R + s) + 2ⁿ·(R − s)), `power` being n in the place of an exponent. */
@inline function share(s: v128, power: v128, down: v128, two: v128, r1: v128, r2: v128): v128 {
  const square = f32x4.mul(s, s)
  const r = f32x4.add(two, f32x4.mul(square, f32x4.add(r1, f32x4.mul(square, r2))))
  const positive = f32x4.mul(f32x4.add(r, s), down)
  const negative = i32x4.add(f32x4.sub(r, s), power)
  return f32x4.div(positive, f32x4.add(positive, negative))
}

/** σ(x), at most 3 ulp off in both tails; NaN stays NaN. */
@inline export function sigmoid(x: v128): v128 {
  const y = clamped(x, constant(LOWEST), constant(HIGHEST))
  const round = constant(ROUND)
  const shifted = f32x4.add(f32x4.mul(y, constant(PER_LN2)), round)
  const s = remainder(y, f32x4.sub(shifted, round), constant(LN2_HIGH), constant(LN2_LOW))
  return share(s, i32x4.shl(shifted, 23), constant(DOWN), constant(TWO), constant(R1), constant(R2))
}

/** Vectors that go through the first half together, and room for what it leaves of them. */
@inline const AT_ONCE = 16
const HALFWAY = memory.data(AT_ONCE * 32, 16)

/**
 * a ← σ(z) over `bytes` of float32, in two loops: s and 2ⁿ first, then the share. One loop's chain of dependent operations is so
 * long that the processor runs out of registers before it has begun enough of them (11 cycles a vector; so it takes 9).
 */
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
  for (const end = a + bytes; a < end;) {
    const stop = HALFWAY + 2 * min<usize>(end - a, AT_ONCE * 16)
    let half = HALFWAY
    do {
      const y = clamped(v128.load(z), lowest, highest)
      const shifted = f32x4.add(f32x4.mul(y, perLn2), round)
      v128.store(half, remainder(y, f32x4.sub(shifted, round), ln2High, ln2Low))
      v128.store(half, i32x4.shl(shifted, 23), 16)
      z += 16
      half += 32
    } while (half < stop)
    half = HALFWAY
    do {
      v128.store(a, share(v128.load(half), v128.load(half, 16), down, two, r1, r2))
      a += 16
      half += 32
    } while (half < stop)
  }
}
