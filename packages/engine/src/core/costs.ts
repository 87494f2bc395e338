import { multiplyByDerivative, type ActivatedLayer } from './activate.js';
import type { Cost } from './configuration.js';
import { exp } from './exp.js';
import { log } from './log.js';
import type { FloatArray } from './network.js';
import { softplus } from './sigmoid.js';

/**
 * Σ over rows of the cost, not yet divided by their number; from pre-activations z where logarithms are taken, so that a
 * saturated output costs what it should and never ∞ − ∞:
 * - meanSquaredError: Σⱼ (aⱼ − yⱼ)²
 * - binaryCrossEntropy: Σⱼ ln(1 + e^zⱼ) − yⱼzⱼ
 * - categoricalCrossEntropy: Σⱼ yⱼ(ln Σₖ e^zₖ − zⱼ)
 */
export function summedCost<A extends FloatArray>(
  cost: Cost,
  z: A,
  a: A,
  targets: A,
  rows: number,
  neurons: number,
): number {
  const count = rows * neurons;
  let sum = 0;
  switch (cost) {
    case 'meanSquaredError':
      for (let k = 0; k < count; k++) {
        const error = a[k]! - targets[k]!;
        sum += error * error;
      }
      return sum;
    case 'binaryCrossEntropy':
      for (let k = 0; k < count; k++) sum += softplus(z[k]!) - targets[k]! * z[k]!;
      return sum;
    case 'categoricalCrossEntropy':
      for (let row = 0; row < rows; row++) sum += categorical(z, targets, row * neurons, neurons);
      return sum;
  }
}

function categorical<A extends FloatArray>(z: A, targets: A, offset: number, neurons: number): number {
  let largest = z[offset]!;
  for (let j = 1; j < neurons; j++) if (z[offset + j]! > largest) largest = z[offset + j]!;
  let total = 0;
  for (let j = 0; j < neurons; j++) total += exp(z[offset + j]! - largest);
  const logTotal = largest + log(total);
  let sum = 0;
  for (let j = 0; j < neurons; j++) sum += targets[offset + j]! * (logTotal - z[offset + j]!);
  return sum;
}

/**
 * δ = ∂C/∂z of the output layer, C averaged over rows: 2(a − y)/rows through f′ for meanSquaredError (softmax: its full Jacobian),
 * (a − y)/rows for both cross-entropies, whose f′ cancels.
 */
export function outputDeltas<A extends FloatArray>(
  cost: Cost,
  layer: ActivatedLayer,
  z: A,
  a: A,
  targets: A,
  deltas: A,
  rows: number,
): void {
  const count = rows * layer.neurons;
  const scale = (cost === 'meanSquaredError' ? 2 : 1) / rows;
  for (let k = 0; k < count; k++) deltas[k] = (a[k]! - targets[k]!) * scale;
  if (cost === 'meanSquaredError') multiplyByDerivative(layer, z, a, deltas, rows);
}
