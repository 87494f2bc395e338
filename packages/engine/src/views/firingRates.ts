import { winnerOf } from '../core/accuracy.js';
import type { LayerDescription } from '../core/network.js';
import type { ViewDefinition } from './context.js';
import { requireCount, requireRows } from './requirements.js';
import { forwardInChunks, sampleRows } from './rows.js';

/** Share of rows for which each neuron fires. */
export const firingRatesView: ViewDefinition<'firingRates'> = {
  kind: 'firingRates',
  fields: ['of', 'rows'],

  validate(view, capabilities) {
    requireRows(view.of, capabilities);
    requireCount(view.rows, 'rows', 1, 65_536);
  },

  compute({ of, rows: most = 256 }, context) {
    const sample = sampleRows(context, of, most);
    const rows = sample.rows.length;
    const { layers } = context.network;
    const counts = layers.map(({ neurons }) => new Float64Array(neurons));
    forwardInChunks(context, sample.inputs, rows, ({ preActivations, rows: count }) => {
      for (const [l, layer] of layers.entries()) addFirings(layer, preActivations[l]!, count, counts[l]!);
    });
    const rates = layers.map((layer, l) =>
      firingIsDefined(layer)
        ? Float32Array.from(counts[l]!, (count) => count / rows)
        : new Float32Array(layer.neurons).fill(NaN),
    );
    return { kind: 'firingRates', runId: context.runId, step: context.step, rows, rates };
  },
};

/** Whether firing means anything for such neurons: inputs do not fire, and sin and linear have no threshold of their own. */
function firingIsDefined({ activation }: LayerDescription): boolean {
  return activation !== null && activation !== 'linear' && activation !== 'sin';
}

/** Adds 1 for each row and neuron that fires: z > 0; for softmax the winner, the first on a tie. */
function addFirings(layer: LayerDescription, z: Float32Array, rows: number, counts: Float64Array): void {
  const { neurons, activation } = layer;
  for (let row = 0; row < rows; row++) {
    const from = row * neurons;
    if (activation === 'softmax') counts[winnerOf(z, from, neurons)]!++;
    else for (let j = 0; j < neurons; j++) if (z[from + j]! > 0) counts[j]!++;
  }
}
