import { NeuroglowError } from '../core/error.js';
import type { Dataset } from '../core/dataset.js';
import type { ViewSetting } from './context.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { RowsReference } from './references.js';
import { requireCount, requireLayer, requireNetwork, requireQuantity, requireRows } from './requirements.js';
import { gatherRows, sampleRows, type RowSample } from './rows.js';
import { selectivityOf } from './selectivity.js';
import { classOf } from './targetKind.js';

/** Each neuron of a layer for many rows at once: a matrix of neurons × examples, the examples grouped by class where they have classes. */
export interface SampleActivationsView {
  readonly kind: 'sampleActivations';
  readonly layer: number;
  /** Default: the training set if there is one, else the held-out set, else the probes. */
  readonly of?: RowsReference;
  /** Most rows, 1 to 65,536, evenly spaced; neurons × rows is at most 2²⁴. Default 256. */
  readonly rows?: number;
  /** Default 'activation'. */
  readonly quantity?: 'activation' | 'preActivation';
}

export interface SampleActivationsFrame extends FrameBase<'sampleActivations'> {
  readonly layer: number;
  readonly neurons: number;
  /** Index of each column's row in its data set (or among the probes): by class, then ascending. */
  readonly rows: Uint32Array;
  /** What the rows belong to. */
  readonly of: RowsReference;
  /** [rows] Class of each column; null where the targets are not classes, and for probes. */
  readonly classes: Uint32Array | null;
  /** [neurons × rows] */
  readonly values: Float32Array;
  /** [neurons] η²: the variance between classes over the whole variance, 0 to 1; 0 for a constant neuron. null without classes. */
  readonly selectivity: Float32Array | null;
}

const defaultRows = 256;
const mostValues = 0x100_0000;

export const sampleActivationsView: StateViewDefinition<SampleActivationsView, 'activations'> = {
  kind: 'sampleActivations',
  sort: 'state',
  fields: ['layer', 'of', 'rows', 'quantity'],

  needs({ layer, of, rows = defaultRows, quantity }, has) {
    requireLayer(layer, has, 0);
    requireRows(of, has);
    requireCount(rows, 'rows', 1, 65_536);
    requireQuantity(quantity);
    const values = rows * requireNetwork(has).layers[layer]!.neurons;
    if (values > mostValues) {
      throw new NeuroglowError(
        'too-large',
        `rows: expected at most ${mostValues} values for all neurons, got ${values}; choose fewer rows.`,
      );
    }
    return { activations: { rows: (setting) => groupedSample(setting, of, rows), layers: [layer] } };
  },
};

export const computeSampleActivations: ComputeView<typeof sampleActivationsView, SampleActivationsFrame> = (
  { layer, of, quantity = 'activation' },
  { activations: { sample, visit } },
  setting,
) => {
  const { network, runId, step } = setting;
  const { neurons } = network.layers[layer]!;
  const { rows, dataset } = sample;
  const columns = rows.length;
  const values = new Float32Array(neurons * columns);
  visit((chunk, start) => {
    const of = (quantity === 'activation' ? chunk.activations : chunk.preActivations)[layer]!;
    for (let j = 0; j < neurons; j++) {
      const to = j * columns + start;
      for (let row = 0; row < chunk.rows; row++) values[to + row] = of[row * neurons + j]!;
    }
  });
  const classes = dataset && classesOf(dataset, rows);
  return {
    ...{ kind: 'sampleActivations', runId, step, layer, neurons, values, classes },
    rows: rows.slice(),
    of: of ?? (setting.training ? 'training' : setting.validation ? 'validation' : 'probes'),
    selectivity: classes && selectivityOf(values, neurons, classes),
  };
};

const grouped = new WeakMap<Dataset, { readonly most: number; readonly sample: RowSample }>();

/** A sample whose rows are sorted by class; kept, because every frame of a run asks for the same. */
function groupedSample(setting: ViewSetting, of: RowsReference | undefined, most: number): RowSample {
  const sample = sampleRows(setting, of, most);
  const { dataset } = sample;
  if (!dataset) return sample;
  const known = grouped.get(dataset);
  if (known?.most === most) return known.sample;
  const classes = classesOf(dataset, sample.rows);
  if (!classes) return sample;
  const order = sample.rows.map((_, at) => at).sort((one, other) => classes[one]! - classes[other]! || one - other);
  const rows = order.map((at) => sample.rows[at]!);
  const found = { inputs: gatherRows(dataset.inputs, dataset.rows, rows), rows, dataset };
  grouped.set(dataset, { most, sample: found });
  return found;
}

/** [rows] the class of each; null where the targets are not classes. */
export function classesOf(dataset: Dataset, rows: Uint32Array): Uint32Array | null {
  if (classOf(dataset, 0) === null) return null;
  return rows.map((row) => classOf(dataset, row)!);
}
