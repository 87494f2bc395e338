import { tanh as f } from '../tanh.js';
import type { ActivationFunction } from './activationFunction.js';

/** a = tanh z */
export const tanh: ActivationFunction = {
  formula: { f: '(eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)', derivative: '1 − a²', note: '' },
  f,
  derivative: (_z, a) => 1 - a * a,
  steepest: () => 1,
  range: () => [-1, 1],
  kinks: [],
  fires: 'positive',
  symmetric: true,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = f(z[k]!);
  },
  multiplyByDerivative({ neurons }, _z, a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) gradient[k] = gradient[k]! * (1 - a[k]! * a[k]!);
  },
};
