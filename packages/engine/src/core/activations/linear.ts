import type { ActivationFunction } from './activationFunction.js';

/** a = z */
export const linear: ActivationFunction = {
  formula: { f: 'z', derivative: '1', note: '' },
  f: (z) => z,
  derivative: () => 1,
  steepest: () => 1,
  range: () => [-Infinity, Infinity],
  kinks: [],
  fires: null,
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = z[k]!;
  },
  multiplyByDerivative() {
    // f′ = 1
  },
};
