import { sigmoid, softplus as f } from '../sigmoid.js';
import type { ActivationFunction } from './activationFunction.js';

/** a = ln(1 + eᶻ) */
export const softplus: ActivationFunction = {
  formula: {
    f: 'ln(1 + eᶻ)',
    derivative: '1/(1 + e⁻ᶻ)',
    note: 'computed as max(z, 0) + ln(1 + e^−|z|), so that nothing overflows',
  },
  f,
  derivative: (z) => sigmoid(z),
  steepest: () => 1,
  range: () => [0, Infinity],
  kinks: [],
  fires: 'positive',
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = f(z[k]!);
  },
  multiplyByDerivative({ neurons }, z, _a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) gradient[k] = gradient[k]! * sigmoid(z[k]!);
  },
};
