import { countFirings, firingIsDefined } from '../core/firing.js';
import type { ViewDefinition } from './context.js';
import { requireCount, requireRows } from './requirements.js';
import { forwardInChunks, sampleRows } from './rows.js';

/** Share of rows for which each neuron fires. */
export const firingRatesView: ViewDefinition<'firingRates'> = {
  kind: 'firingRates',
  sort: 'state',
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
      for (const [l, layer] of layers.entries()) countFirings(layer, preActivations[l]!, count, counts[l]!);
    });
    const rates = layers.map((layer, l) =>
      firingIsDefined(layer)
        ? Float32Array.from(counts[l]!, (count) => count / rows)
        : new Float32Array(layer.neurons).fill(NaN),
    );
    return { kind: 'firingRates', runId: context.runId, step: context.step, rows, rates };
  },
};
