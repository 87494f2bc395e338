import { cos, sin as f } from '../sine.js';
import type { ActivationFunction } from './activationFunction.js';

/** a = sin z */
export const sin: ActivationFunction = {
  formula: { f: 'sin z', derivative: 'cos z', note: 'f′ is taken from z: a alone does not know its sign' },
  f,
  derivative: (z) => cos(z),
  steepest: () => 1,
  range: () => [-1, 1],
  kinks: [],
  fires: null,
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = f(z[k]!);
  },
  multiplyByDerivative({ neurons }, z, _a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) gradient[k] = gradient[k]! * cos(z[k]!);
  },
};
