import { sigmoid as f } from '../sigmoid.js';
import type { ActivationFunction } from './activationFunction.js';

/** a = 1/(1 + e⁻ᶻ) */
export const sigmoid: ActivationFunction = {
  formula: { f: '1/(1 + e⁻ᶻ)', derivative: 'a(1 − a)', note: '' },
  f,
  derivative: (_z, a) => a * (1 - a),
  steepest: () => 0.25,
  range: () => [0, 1],
  kinks: [],
  fires: 'positive',
  symmetric: true,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = f(z[k]!);
  },
  multiplyByDerivative({ neurons }, _z, a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) gradient[k] = gradient[k]! * a[k]! * (1 - a[k]!);
  },
};
