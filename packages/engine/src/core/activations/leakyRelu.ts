import type { ActivationFunction } from './activationFunction.js';

/** a = z where z > 0, else slope·z, with f′(0) = slope. */
export const leakyRelu: ActivationFunction = {
  formula: {
    f: 'z where z > 0, else slope · z',
    derivative: '1 where z > 0, else the slope (default 0.01)',
    note: 'f′(0) = slope',
  },
  f: (z, slope) => (z > 0 ? z : slope * z),
  derivative: (z, _a, slope) => (z > 0 ? 1 : slope),
  steepest: (slope) => Math.max(1, Math.abs(slope)),
  range: (slope) => [slope > 0 ? -Infinity : 0, Infinity],
  kinks: [0],
  fires: 'positive',
  symmetric: false,
  activate({ neurons, slope }, z, a, rows) {
    for (let k = 0; k < rows * neurons; k++) a[k] = z[k]! > 0 ? z[k]! : slope * z[k]!;
  },
  multiplyByDerivative({ neurons, slope }, z, _a, gradient, rows) {
    for (let k = 0; k < rows * neurons; k++) if (z[k]! <= 0) gradient[k] = gradient[k]! * slope;
  },
};
