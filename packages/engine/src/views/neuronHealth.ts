import { activationFunctions } from '../core/activations/registry.js';
import { isFlat, silenceIsFinal } from '../core/firing.js';
import type { LayerDescription } from '../core/network.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import { duplicatesOf } from './duplicates.js';
import type { FrameBase } from './frameBase.js';
import type { RowsReference } from './references.js';
import { requireCount, requireLayer, requireRows } from './requirements.js';
import { sampleRows } from './rows.js';

/** Neurons of a layer that do nothing, cannot learn, or repeat another, judged on a sample of rows. */
export interface NeuronHealthView {
  readonly kind: 'neuronHealth';
  /** From 1: inputs do not learn. */
  readonly layer: number;
  /** Default: the training set if there is one, else the held-out set, else the probes. */
  readonly of?: RowsReference;
  /** Most rows, 2 to 4,096, evenly spaced. Default 256. */
  readonly rows?: number;
}

export interface NeuronHealthFrame extends FrameBase<'neuronHealth'> {
  readonly layer: number;
  /** Size of the sample. */
  readonly rows: number;
  /**
   * [neurons] 0: none of these. 1, dead: z ≤ 0 on the whole sample, for relu, whose silence is final. 2, silent: the same for leakyRelu,
   * which still learns. 3, saturated: |f′| below 5 % of its maximum on at least 95 % of the sample; never for relu and its relatives.
   */
  readonly flags: Uint8Array;
  /**
   * [pairs × 2] Neurons whose activations have |correlation| > 0.99 on the sample, the lower index first; at most 1,024 pairs. null for a layer
   * so wide that they were not looked for.
   */
  readonly duplicates: Uint32Array | null;
}

const mostlySaturated = 0.95;

export const neuronHealthView: StateViewDefinition<NeuronHealthView, 'activations'> = {
  kind: 'neuronHealth',
  sort: 'state',
  fields: ['layer', 'of', 'rows'],

  needs({ layer, of, rows = 256 }, has) {
    requireLayer(layer, has, 1);
    requireRows(of, has);
    requireCount(rows, 'rows', 2, 4096);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: [layer] } };
  },
};

export const computeNeuronHealth: ComputeView<typeof neuronHealthView, NeuronHealthFrame> = (
  { layer },
  { activations: { sample, visit } },
  { network, runId, step },
) => {
  const of = network.layers[layer]!;
  const { neurons } = of;
  const rows = sample.rows.length;
  const firings = new Uint32Array(neurons);
  const flat = new Uint32Array(neurons);
  const values = new Float32Array(neurons * rows);
  visit((chunk, start) => {
    const z = chunk.preActivations[layer]!;
    const a = chunk.activations[layer]!;
    for (let row = 0, k = 0; row < chunk.rows; row++) {
      for (let j = 0; j < neurons; j++, k++) {
        values[j * rows + start + row] = a[k]!;
        // NaN is neither silent nor saturated.
        if (!(z[k]! <= 0)) firings[j]!++;
        if (isFlat(of, z[k]!, a[k]!)) flat[j]!++;
      }
    }
  });
  const silent = silenceOf(of);
  const flags = firings.map((count, j) => {
    if (silent !== 0) return count === 0 ? silent : 0;
    return flat[j]! >= mostlySaturated * rows ? 3 : 0;
  });
  return {
    ...{ kind: 'neuronHealth', runId, step, layer, rows },
    flags: Uint8Array.from(flags),
    duplicates: duplicatesOf(values, neurons, rows),
  };
};

/** What never firing means: 1 for relu, 2 for leakyRelu, 0 for functions that never fall silent. */
function silenceOf(layer: LayerDescription): 0 | 1 | 2 {
  if (silenceIsFinal(layer)) return 1;
  if (layer.activation === null) return 0;
  const { fires, range } = activationFunctions[layer.activation];
  const [low, high] = range(layer.slope);
  return fires === 'positive' && low === -Infinity && high === Infinity ? 2 : 0;
}
