import type { ActivationFunction } from './activationFunction.js';

/** a = max(0, z), with f′(0) = 0. NaN passes, so that a broken network does not look silent. */
export const relu: ActivationFunction = {
  formula: { f: 'max(0, z)', derivative: '1 where z > 0, else 0', note: 'f′(0) = 0' },
  f: (z) => (z <= 0 ? 0 : z),
  derivative: (z) => (z > 0 ? 1 : 0),
  steepest: () => 1,
  range: () => [0, Infinity],
  kinks: [0],
  fires: 'positive',
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = z[k]! <= 0 ? 0 : z[k]!;
  },
  multiplyByDerivative({ neurons }, z, _a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) if (z[k]! <= 0) gradient[k] = 0;
  },
};
