// The platform's exp differs between engines, so the engine has its own, made only of + − × and table look-ups.

/** ln 2 in two parts: the first has 32 trailing zero bits, so that k·ln2High is exact for |k| < 2²⁰. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const perLn2 = 1.4426950408889634;
/** Adding and taking away 1.5·2⁵² rounds to the nearest integer. */
const rounding = 6755399441055744;

/** 2ᵏ for k = −1022 … 1023, by exact doubling and halving. */
const powersOfTwo = new Float64Array(2046);
const zeroPower = 1022;
for (let k = 0, up = 1, down = 1; k <= 1023; k++, up *= 2, down /= 2) {
  powersOfTwo[zeroPower + k] = up;
  if (k <= 1022) powersOfTwo[zeroPower - k] = down;
}

/** eʳ − 1 for |r| ≤ ½ ln 2, by its Taylor series to r¹³/13!: the rest is below 2⁻⁵⁷ of it. */
function expMinusOneNearZero(r: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  // Pairs, then pairs of pairs: short chains of dependent operations.
  const low = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const middle = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40320 + r * (1 / 362880));
  const high = 1 / 3628800 + r * (1 / 39916800) + r2 * (1 / 479001600 + r * (1 / 6227020800));
  return r + r2 * (low + r4 * (middle + r4 * high));
}

/**
 * eˣ, at most 1 ulp off in float64 (2 where the answer is denormal). x = k·ln 2 + r, |r| ≤ ½ ln 2, eˣ = 2ᵏ·eʳ.
 * ∞ above 709.78, 0 below −745.13, NaN for NaN.
 */
export function exp(x: number): number {
  const k = x * perLn2 + rounding - rounding;
  if (k >= -1022 && k <= 1023) {
    const r = x - k * ln2High - k * ln2Low;
    return (1 + expMinusOneNearZero(r)) * powersOfTwo[k + zeroPower]!;
  }
  return expAtTheEnds(x, k);
}

/** Where 2ᵏ is not a normal number: scaled in two exact steps but for the last rounding. */
function expAtTheEnds(x: number, k: number): number {
  if (x !== x) return x;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const half = k < 0 ? k + 100 : k - 1;
  const y = 1 + expMinusOneNearZero(x - k * ln2High - k * ln2Low);
  return y * powersOfTwo[half + zeroPower]! * powersOfTwo[k - half + zeroPower]!;
}

/** eˣ − 1 without cancellation near 0, for x in [−700, 700]; at most 3 ulp off. */
export function expMinusOne(x: number): number {
  const k = x * perLn2 + rounding - rounding;
  const power = powersOfTwo[k + zeroPower]!;
  return power * expMinusOneNearZero(x - k * ln2High - k * ln2Low) + (power - 1);
}
