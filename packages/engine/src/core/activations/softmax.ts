import { exp } from '../exp.js';
import type { FloatArray } from '../floatArray.js';
import type { ActivationFunction } from './activationFunction.js';

/** aⱼ = eᶻʲ/Σₖ eᶻᵏ over a layer, on the output only. */
export const softmax: ActivationFunction = {
  formula: {
    f: 'eᶻʲ / Σₖ eᶻᵏ',
    derivative: '∂aⱼ/∂zₖ = aⱼ([j = k] − aₖ)',
    note: 'computed from z − max z, so that nothing overflows',
  },
  f: null,
  derivative: (_z, a) => a * (1 - a),
  steepest: () => 0.25,
  range: () => [0, 1],
  kinks: [],
  fires: 'winner',
  symmetric: false,
  activate({ neurons }, z, a, rows) {
    for (let row = 0; row < rows; row++) activateRow(z, a, row * neurons, neurons);
  },
  multiplyByDerivative({ neurons }, _z, a, gradient, rows) {
    for (let row = 0; row < rows; row++) multiplyByJacobian(a, gradient, row * neurons, neurons);
  },
};

/** One row: aⱼ = e^(zⱼ − m)/Σe^(zₖ − m) with m the largest z. */
function activateRow<A extends FloatArray>(z: A, a: A, offset: number, neurons: number): void {
  let largest = z[offset]!;
  for (let j = 1; j < neurons; j++) if (z[offset + j]! > largest) largest = z[offset + j]!;
  let sum = 0;
  for (let j = 0; j < neurons; j++) sum += exp(z[offset + j]! - largest);
  for (let j = 0; j < neurons; j++) a[offset + j] = exp(z[offset + j]! - largest) / sum;
}

/** The full Jacobian: δⱼ = aⱼ(gⱼ − Σₖ gₖaₖ). */
function multiplyByJacobian<A extends FloatArray>(a: A, gradient: A, offset: number, neurons: number): void {
  let mean = 0;
  for (let k = 0; k < neurons; k++) mean += gradient[offset + k]! * a[offset + k]!;
  for (let j = 0; j < neurons; j++) gradient[offset + j] = a[offset + j]! * (gradient[offset + j]! - mean);
}
