import { countFirings, firingIsDefined } from '../core/firing.js';
import type { ViewDefinition } from './definition.js';
import { requireCount, requireRows } from './requirements.js';
import { sampleRows } from './rows.js';

/** Share of rows for which each neuron fires. */
export const firingRatesView: ViewDefinition<'firingRates', 'activations'> = {
  kind: 'firingRates',
  sort: 'state',
  fields: ['of', 'rows'],

  needs({ of, rows = 256 }, has) {
    requireRows(of, has);
    requireCount(rows, 'rows', 1, 65_536);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: 'all' } };
  },

  compute(_view, { activations: given }, { network, runId, step }) {
    const rows = given.sample.rows.length;
    const { layers } = network;
    const counts = layers.map(({ neurons }) => new Float64Array(neurons));
    given.visit(({ preActivations, rows: count }) => {
      for (const [l, layer] of layers.entries()) countFirings(layer, preActivations[l]!, count, counts[l]!);
    });
    const rates = layers.map((layer, l) =>
      firingIsDefined(layer)
        ? Float32Array.from(counts[l]!, (count) => count / rows)
        : new Float32Array(layer.neurons).fill(NaN),
    );
    return { kind: 'firingRates', runId, step, rows, rates };
  },
};
