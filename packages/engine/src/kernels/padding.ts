import type { Cost } from '../core/configuration.js';
import type { Activation } from '../core/network.js';
import { layerStruct, type Layout } from './layout.js';
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
 * `targets` (addresses and rows of the data sets) exactly its own output, so that its δ is 0 and it never learns.
 * Padding neurons of hidden layers rest at z = 0; nothing reads them.
 */
export function settlePadding(
  kernels: KernelExports,
  floats: Float32Array,
  layout: Layout,
  activation: Activation | null,
  cost: Cost,
  tables: readonly { readonly targets: number; readonly rows: number }[],
): void {
  const last = layout.layers.length - 1;
  const { biases, biasBytes, neurons, z, a, stride } = layout.layers[last]!;
  const resting = restingOf(activation, cost);
  floats.fill(resting, biases / 4 + neurons, (biases + biasBytes) / 4);
  // Padding has no share of a softmax; its targets are 0 as they are.
  if (activation === 'softmax') return;
  floats.fill(resting, z / 4, (z + stride) / 4);
  kernels.activate(layout.planAddress, layout.plan.layers + last * layerStruct.bytes, 1);
  const answer = floats[a / 4]!;
  if (answer === 0) return;
  for (const { targets, rows } of tables) {
    for (let row = 0; row < rows; row++) {
      const at = (targets + row * biasBytes) / 4;
      floats.fill(answer, at + neurons, at + biasBytes / 4);
    }
  }
}
