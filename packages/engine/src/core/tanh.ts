import { expMinusOne } from './exp.js';

/**
 * tanh x = −t/(t + 2) with t = e^−2|x| − 1, at most 3 ulp off in float64. Near 0 (2|x| ≤ ½ ln 2) t is a plain polynomial, so nothing
 * cancels; from |x| = 22 on the answer is ±1.
 */
export function tanh(x: number): number {
  if (x >= 22) return 1;
  if (x <= -22) return -1;
  const t = expMinusOne(x > 0 ? -2 * x : 2 * x);
  const magnitude = t / (t + 2);
  return x > 0 ? -magnitude : magnitude;
}
