import { sigmoid } from '../sigmoid.js';
import type { ActivationFunction } from './activationFunction.js';

/** Beyond ±this σ(z) is 0 or 1 in float64. It keeps ∞ · 0 out. */
const limit = 750;

const f = (z: number): number => (z < -limit ? -0 : z * sigmoid(z));

function derivative(z: number): number {
  if (z > limit) return 1;
  return z < -limit ? -0 : sigmoid(z) * (1 + z * sigmoid(-z));
}

/** a = z·σ(z), also called swish. */
export const silu: ActivationFunction = {
  formula: { f: 'z/(1 + e⁻ᶻ)', derivative: 'σ(z)(1 + z σ(−z)), σ the sigmoid', note: 'also called swish' },
  f,
  derivative,
  steepest: () => 1.099839320128867,
  range: () => [-0.2784645427610738, Infinity],
  kinks: [],
  fires: 'positive',
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = f(z[k]!);
  },
  multiplyByDerivative({ neurons }, z, _a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) gradient[k] = gradient[k]! * derivative(z[k]!);
  },
};
