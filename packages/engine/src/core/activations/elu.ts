import { exp, expMinusOne } from '../exp.js';
import type { ActivationFunction } from './activationFunction.js';

/** Below this eᶻ − 1 rounds to −1. */
const lowest = -40;

const f = (z: number): number => (z > 0 ? z : z < lowest ? -1 : expMinusOne(z));
const derivative = (z: number): number => (z > 0 ? 1 : exp(z));

/** a = z where z > 0, else eᶻ − 1 (Clevert et al. 2016 with α = 1, so that f′ has no jump; `slope` is not used). */
export const elu: ActivationFunction = {
  formula: {
    f: 'z where z > 0, else eᶻ − 1',
    derivative: '1 where z > 0, else eᶻ',
    note: 'α = 1, so that f′(0) = 1 from both sides',
  },
  f,
  derivative,
  steepest: () => 1,
  range: () => [-1, Infinity],
  kinks: [0],
  fires: 'positive',
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = f(z[k]!);
  },
  multiplyByDerivative({ neurons }, z, _a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) gradient[k] = gradient[k]! * derivative(z[k]!);
  },
};
