import { normalDensity, normalDistribution } from '../normal.js';
import type { ActivationFunction } from './activationFunction.js';

/** Beyond ±this Φ(z) is 0 or 1 in float64. It keeps ∞ · 0 out. */
const limit = 40;

const f = (z: number): number => (z < -limit ? -0 : z * normalDistribution(z));

function derivative(z: number): number {
  if (z > limit) return 1;
  return z < -limit ? -0 : normalDistribution(z) + z * normalDensity(z);
}

/** a = z·Φ(z), exact (Hendrycks & Gimpel 2016), Φ(z) = ½(1 + erf(z/√2)). */
export const gelu: ActivationFunction = {
  formula: {
    f: 'z · Φ(z), Φ(z) = ½(1 + erf(z/√2))',
    derivative: 'Φ(z) + z e^(−z²/2)/√(2π)',
    note: 'exact, not the approximation by tanh',
  },
  f,
  derivative,
  steepest: () => 1.1289041451851547,
  range: () => [-0.16997120747990366, Infinity],
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
