import { countFirings, firingIsDefined } from '../core/firing.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { RowsReference } from './references.js';
import { requireCount, requireRows } from './requirements.js';
import { sampleRows } from './rows.js';

/** Share of rows for which a neuron fires (z > 0; the winner for softmax); NaN where firing is undefined (linear, sin). */
export interface FiringRatesView {
  readonly kind: 'firingRates';
  readonly of?: RowsReference;
  /** Most rows of a data set to sample, 1 to 65,536. Default 256. */
  readonly rows?: number;
}

export interface FiringRatesFrame extends FrameBase<'firingRates'> {
  readonly rows: number;
  /** [l][neuron]; NaN throughout at l = 0. */
  readonly rates: readonly Float32Array[];
}

export const firingRatesView: StateViewDefinition<FiringRatesView, 'activations'> = {
  kind: 'firingRates',
  sort: 'state',
  fields: ['of', 'rows'],

  needs({ of, rows = 256 }, has) {
    requireRows(of, has);
    requireCount(rows, 'rows', 1, 65_536);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: 'all' } };
  },
};

export const computeFiringRates: ComputeView<typeof firingRatesView, FiringRatesFrame> = (
  _view,
  { activations: given },
  { network, runId, step },
) => {
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
};
