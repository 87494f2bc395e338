import type { Cost } from '../core/configuration.js';
import type { Activation } from '../core/network.js';
import type { Layout } from './layout.js';
import type { KernelExports } from './load.js';

/** z of the padding neurons of an output layer, by their biases; their weights are 0. */
function restingOf(activation: Activation | null, cost: Cost): number {
  // No share of the sum, and never the largest.
  if (activation === 'softmax') return -1e30;
  // ln(1 + e^z) counts as nothing, and nothing is denormal, which would be slow.
  return cost === 'binaryCrossEntropy' ? -80 : 0;
}

/**
 * Makes the output's padding neurons harmless: each gets a bias at which it costs nothing, and as target in every row of
 * `targets` (addresses and rows of the data sets) exactly what it then answers, so that its δ is 0 and it never learns.
 * Padding neurons of hidden layers rest at z = 0; nobody listens to them.
 */
export function settlePadding(
  kernels: KernelExports,
  floats: Float32Array,
  layout: Layout,
  activation: Activation | null,
  cost: Cost,
  tables: readonly { readonly targets: number; readonly rows: number }[],
): void {
  const { biases, biasBytes, neurons } = layout.layers.at(-1)!;
  const resting = restingOf(activation, cost);
  floats.fill(resting, biases / 4 + neurons, (biases + biasBytes) / 4);
  if (activation !== 'sigmoid') return;
  const scratch = layout.staging;
  floats.fill(resting, scratch / 4, scratch / 4 + 4);
  kernels.sigmoidAll(scratch, scratch, 16);
  const answer = floats[scratch / 4]!;
  for (const { targets, rows } of tables) {
    for (let row = 0; row < rows; row++) {
      const at = (targets + row * biasBytes) / 4;
      floats.fill(answer, at + neurons, at + biasBytes / 4);
    }
  }
}
