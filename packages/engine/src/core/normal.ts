import { exp } from './exp.js';

// The normal distribution. Φ(z) = ½(1 + erf(z/√2)) loses its left tail, so Φ(−y) is computed for y ≥ 0 as e^(−y²/2)·T(y).

/**
 * Chebyshev coefficients of (1 + y/5)·e^(y²/2)·Φ(−y) for y in [0, ∞), as a polynomial in t = (y − 5)/(y + 5): the form of Shepherd &
 * Laframboise (1981), with coefficients of our own, computed to 50 digits. The rest of the series is below 2·10⁻¹⁷.
 */
const coefficients = [
  0.21699948622563014, -0.18902424660470477, 0.06790856496794134, -0.02016022980025585, 0.004868323478389638,
  -0.000915613550616753, 0.00011925269587745173, -6.006914480799665e-6, -1.3916416057946291e-6, 3.3232445501505915e-7,
  -8.581182555069986e-9, -7.556945336815189e-9, 9.313110810874152e-10, 1.4534637962391662e-10, -3.752141912089576e-11,
  -2.709695071038887e-12, 1.3509670786842636e-12, 5.677954968791113e-14, -4.9410024856740004e-14,
  -1.809006309344839e-15, 1.8902320940975687e-15, 9.649844146664992e-17, -7.490595420119912e-17, -6.347707476666937e-18,
];

const perRootTwoPi = 0.3989422804014327;

/** e^(−y²/2) without the error of a rounded y²: y = h + l with h of 24 bits, whose square is exact. */
function bell(y: number): number {
  const high = Math.fround(y);
  const low = y - high;
  return exp(-0.5 * high * high) * exp(-low * (high + 0.5 * low));
}

/** Φ(−y) for y ≥ 0. */
function tail(y: number): number {
  const t = (y - 5) / (y + 5);
  // Clenshaw's recurrence.
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const current = coefficients[k]! + 2 * t * next - afterNext;
    afterNext = next;
    next = current;
  }
  const series = coefficients[0]! + t * next - afterNext;
  return (bell(y) * series) / (1 + y / 5);
}

/** Beyond ±this Φ is 0 or 1. */
const limit = 40;

/**
 * Φ(z) = ½(1 + erf(z/√2)), the share of a standard normal distribution below z: at most 8 ulp off in float64 in both tails
 * (denormal answers apart), NaN for NaN.
 */
export function normalDistribution(z: number): number {
  if (z > limit) return 1;
  if (z < -limit) return 0;
  return z > 0 ? 1 - tail(z) : tail(-z);
}

/** φ(z) = e^(−z²/2)/√(2π), the derivative of Φ: at most 4 ulp off in float64 (denormal answers apart), NaN for NaN. */
export function normalDensity(z: number): number {
  if (z > limit || z < -limit) return 0;
  return perRootTwoPi * bell(z);
}
