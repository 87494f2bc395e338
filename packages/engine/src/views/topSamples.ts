import { checkInteger } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { requireCount, requireData, requireLayer, requireNetwork } from './requirements.js';
import { classesOf } from './sampleActivations.js';
import { sampleRows } from './rows.js';

/**
 * The rows of a data set that make each neuron fire most, with their inputs. Ranked by pre-activation z and not by activation: in float32 a
 * sigmoid is exactly 1 beyond z ≈ 16.7, so that activations would tie.
 */
export interface TopSamplesView {
  readonly kind: 'topSamples';
  /** From 1: the input has no pre-activations. */
  readonly layer: number;
  /** Default: all neurons of the layer. */
  readonly neurons?: readonly number[];
  /** How many rows per neuron, 1 to 25. Default 9. */
  readonly count?: number;
  /** Default: the training set where there is one, else the held-out set. */
  readonly of?: 'training' | 'validation';
  /** Most rows looked at, 1 to 65,536, evenly spaced. Default 2048. */
  readonly rows?: number;
}

export interface TopSamplesFrame extends FrameBase<'topSamples'> {
  readonly layer: number;
  readonly of: 'training' | 'validation';
  readonly neurons: Uint32Array;
  /** Rows per neuron: the view's `count`, or fewer where fewer rows were looked at. */
  readonly count: number;
  /** How many rows were looked at. */
  readonly looked: number;
  /** [neurons × count] Index of each row in its data set, the strongest first; on a tie the earlier row. */
  readonly rows: Uint32Array;
  /** [neurons × count]; NaN ranks last. */
  readonly preActivations: Float32Array;
  /** [neurons × count × raw inputs] */
  readonly inputs: Float32Array;
  /** [neurons × count]; null where the targets are not classes. */
  readonly classes: Uint32Array | null;
}

const mostInputs = 0x40_0000;

export const topSamplesView: StateViewDefinition<TopSamplesView, 'activations'> = {
  kind: 'topSamples',
  sort: 'state',
  fields: ['layer', 'neurons', 'count', 'of', 'rows'],

  needs({ layer, neurons, count = 9, of, rows = 2048 }, has) {
    requireLayer(layer, has, 1);
    const data = of ?? (has.training ? 'training' : 'validation');
    requireData(data, has);
    requireCount(count, 'count', 1, 25);
    requireCount(rows, 'rows', 1, 65_536);
    const { layers } = requireNetwork(has);
    requireNeurons(neurons, layers[layer]!.neurons);
    const inputs = (neurons?.length ?? layers[layer]!.neurons) * count * layers[0]!.neurons;
    if (inputs > mostInputs) {
      throw new NeuroglowError(
        'too-large',
        `neurons: expected at most ${mostInputs} input values for all samples, got ${inputs}; ask for fewer neurons at a time.`,
      );
    }
    return { activations: { rows: (setting) => sampleRows(setting, data, rows), layers: [layer] } };
  },
};

export const computeTopSamples: ComputeView<typeof topSamplesView, TopSamplesFrame> = (
  view,
  { activations: { sample, visit } },
  { network, training, runId, step },
) => {
  const { layer } = view;
  const width = network.layers[layer]!.neurons;
  const neurons = view.neurons ? Uint32Array.from(view.neurons) : Uint32Array.from({ length: width }, (_, j) => j);
  const looked = sample.rows.length;
  const count = Math.min(view.count ?? 9, looked);
  const best = new Ranking(neurons.length, count);
  visit((chunk, start) => {
    const z = chunk.preActivations[layer]!;
    for (let row = 0; row < chunk.rows; row++) {
      for (let at = 0; at < neurons.length; at++) best.add(at, start + row, z[row * width + neurons[at]!]!);
    }
  });
  const dataset = sample.dataset!;
  const inputWidth = dataset.inputs.length / dataset.rows;
  const rows = best.rows.map((at) => sample.rows[at]!);
  const inputs = new Float32Array(rows.length * inputWidth);
  for (const [at, row] of rows.entries()) {
    inputs.set(dataset.inputs.subarray(row * inputWidth, (row + 1) * inputWidth), at * inputWidth);
  }
  return {
    ...{ kind: 'topSamples', runId, step, layer, neurons, count, looked, rows, inputs },
    of: view.of ?? (training ? 'training' : 'validation'),
    preActivations: best.values,
    classes: classesOf(dataset, rows),
  };
};

/** The largest values of each list, and where they were, the largest first. */
class Ranking {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
  readonly #count: number;
  readonly #filled: Uint32Array;

  constructor(lists: number, count: number) {
    this.#count = count;
    this.rows = new Uint32Array(lists * count);
    this.values = new Float32Array(lists * count);
    this.#filled = new Uint32Array(lists);
  }

  add(list: number, row: number, value: number): void {
    const count = this.#count;
    const from = list * count;
    const filled = this.#filled[list]!;
    const { values, rows } = this;
    if (filled === count && !isAbove(value, values[from + count - 1]!)) return;
    let at = filled < count ? filled : count - 1;
    for (; at > 0 && isAbove(value, values[from + at - 1]!); at--) {
      values[from + at] = values[from + at - 1]!;
      rows[from + at] = rows[from + at - 1]!;
    }
    values[from + at] = value;
    rows[from + at] = row;
    if (filled < count) this.#filled[list] = filled + 1;
  }
}

/** Ranks NaN below every number; equal values keep their order. */
function isAbove(one: number, other: number): boolean {
  return one > other || (Number.isNaN(other) && !Number.isNaN(one));
}

function requireNeurons(neurons: unknown, width: number): void {
  if (neurons === undefined) return;
  if (!Array.isArray(neurons) || neurons.length === 0) {
    throw new NeuroglowError(
      'invalid-view',
      `neurons: expected a list of neurons, got ${show(neurons)}; write for example [0, 1, 2].`,
    );
  }
  neurons.forEach((neuron: unknown, at) => checkInteger(neuron, `neurons[${at}]`, 0, width - 1, 'invalid-view'));
}
