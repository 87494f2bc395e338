import { exp } from './exp.js';
import { logOnePlus } from './log.js';

/** σ(x) = 1/(1 + e⁻ˣ), at most 2 ulp off in float64 in both tails; where e⁻ˣ overflows it is eˣ. */
export function sigmoid(x: number): number {
  return x < -708 ? exp(x) : 1 / (1 + exp(-x));
}

/** ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|): binary cross-entropy's logarithms, without overflow. */
export function softplus(x: number): number {
  return (x > 0 ? x : 0) + logOnePlus(exp(x > 0 ? -x : x));
}
