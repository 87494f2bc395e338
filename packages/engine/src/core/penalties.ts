import type { FloatArray } from './network.js';

/** Adds the penalties' gradient to that of one layer's weights: g ← g + λ₁·sign(w) + λ₂·w, with sign 0 = 0. */
export function addPenaltyGradient<A extends FloatArray>(weights: A, gradients: A, l1: number, l2: number): void {
  for (let k = 0; k < weights.length; k++) {
    const w = weights[k]!;
    const sign = w > 0 ? 1 : w < 0 ? -1 : 0;
    gradients[k] = gradients[k]! + l1 * sign + l2 * w;
  }
}

/** λ₁Σ|w| + ½λ₂Σw² over one layer's weights. */
export function penaltyOf(weights: FloatArray, l1: number, l2: number): number {
  let absolute = 0;
  let squares = 0;
  for (const w of weights) {
    absolute += Math.abs(w);
    squares += w * w;
  }
  return l1 * absolute + 0.5 * l2 * squares;
}
