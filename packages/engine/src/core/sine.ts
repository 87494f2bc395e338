/** π/2 in three parts (Cody & Waite 1980): 33 bits, 33 bits, the rest; n times either of the first two is exact for n < 2²⁰. */
const halfPi1 = 1.5707963267341256;
const halfPi2 = 6.077100506303966e-11;
const halfPi3 = 2.0222662487959506e-21;
const perHalfPi = 0.6366197723675814;
const twoPi = 6.283185307179586;
const rounding = 6755399441055744;
/** Up to here the reduction is exact to the last bit; beyond, the exact remainder by 2π as rounded comes first. */
const exactUpTo = 1e6;

/** sin y for |y| ≤ π/4: Taylor series to y¹⁷. */
function sineNearZero(y: number): number {
  const z = y * y;
  const high =
    1 / 362880 + z * (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000 + z * (1 / 355687428096000))));
  return y + y * z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * high)));
}

/** cos y for |y| ≤ π/4: Taylor series to y¹⁶. */
function cosineNearZero(y: number): number {
  const z = y * y;
  const high = 1 / 40320 + z * (-1 / 3628800 + z * (1 / 479001600 + z * (-1 / 87178291200 + z * (1 / 20922789888000))));
  return 1 + z * (-1 / 2 + z * (1 / 24 + z * (-1 / 720 + z * high)));
}

/** sin(x + quarters·π/2). */
function sineOfQuarters(x: number, quarters: number): number {
  if (x > exactUpTo || x < -exactUpTo) x %= twoPi;
  const n = x * perHalfPi + rounding - rounding;
  const y = x - n * halfPi1 - n * halfPi2 - n * halfPi3;
  switch ((n + quarters) & 3) {
    case 0:
      return sineNearZero(y);
    case 1:
      return cosineNearZero(y);
    case 2:
      return -sineNearZero(y);
    default:
      return -cosineNearZero(y);
  }
}

/** sin x: off by at most 2⁻⁵² for |x| ≤ 8,192, about |x|·4·10⁻¹⁷ beyond a million; NaN at ±∞. */
export function sin(x: number): number {
  return sineOfQuarters(x, 0);
}

/** cos x, as exact as `sin`. */
export function cos(x: number): number {
  return sineOfQuarters(x, 1);
}
