import type { Dataset } from '../core/dataset.js';
import { rawInputs } from '../core/features.js';
import type { LayerActivations } from '../core/trainer.js';
import type { ViewContext, ViewSetting } from './context.js';
import type { InputReference, RowsReference } from './references.js';

/** Rows of a data set, or the probes. */
export interface RowSample {
  /** Row-major [rows × inputs]; read only: it may be the data set's own array. */
  readonly inputs: Float32Array;
  /** Index of each row in its data set (or among the probes). */
  readonly rows: Uint32Array;
  readonly dataset: Dataset | null;
}

/** One input, and its target if it is a row of a data set. */
export interface OneInput {
  readonly input: Float32Array;
  readonly target: Float32Array | null;
}

/** Row ⌊i·rows/n⌋ for i = 0 … n − 1, where n is the smaller of `rows` and `most`. */
export function evenlySpaced(rows: number, most: number): Uint32Array {
  const count = Math.min(rows, most);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
}

/** Rows of the data that a valid view names; by default the training set, otherwise the held-out set, otherwise the probes. */
export function sampleRows(context: ViewSetting, of: RowsReference | undefined, most: number): RowSample {
  const dataset = of === undefined ? (context.training ?? context.validation) : of === 'probes' ? null : context[of];
  if (dataset) return sampleDataset(dataset, most);
  const { probes, network } = context;
  const width = rawInputs(network);
  const inputs = new Float32Array(probes.length * width);
  for (const [i, probe] of probes.entries()) inputs.set(probe, i * width);
  return { inputs, rows: evenlySpaced(probes.length, probes.length), dataset: null };
}

/** A single input as a sample of one row. */
export function sampleInput(reference: InputReference, setting: ViewSetting): RowSample {
  return { inputs: resolveInput(reference, setting).input, rows: Uint32Array.of(0), dataset: null };
}

/** At most that many rows of a data set, evenly spaced. */
export function sampleDataset(dataset: Dataset, most: number): RowSample {
  const rows = evenlySpaced(dataset.rows, most);
  return { inputs: gatherRows(dataset.inputs, dataset.rows, rows), rows, dataset };
}

/** Those rows of a row-major array; the array itself where they are all its rows in order. */
export function gatherRows(values: Float32Array, rows: number, chosen: Uint32Array): Float32Array {
  if (chosen.length === rows && chosen.every((row, i) => row === i)) return values;
  const width = values.length / rows;
  const gathered = new Float32Array(chosen.length * width);
  for (const [i, row] of chosen.entries()) gathered.set(values.subarray(row * width, (row + 1) * width), i * width);
  return gathered;
}

/** A copy of the input that a valid reference names. */
export function resolveInput(reference: InputReference, { probes, training, validation }: ViewSetting): OneInput {
  if ('probe' in reference) return { input: probes[reference.probe]!.slice(), target: null };
  if ('values' in reference) return { input: Float32Array.from(reference.values), target: null };
  const dataset = (reference.of === 'validation' ? validation : training)!;
  const part = (values: Float32Array): Float32Array => {
    const width = values.length / dataset.rows;
    return values.slice(reference.sample * width, (reference.sample + 1) * width);
  };
  return { input: part(dataset.inputs), target: part(dataset.targets) };
}

/** Most activations held at once by a batched forward: 4 MB, which also bounds a kernel's scratch memory. */
const mostActivations = 0x10_0000;

/** Forward over many rows in chunks; `visit` gets each chunk's layers and the index of its first row. */
export function forwardInChunks(
  context: ViewContext,
  inputs: Float32Array,
  rows: number,
  visit: (chunk: LayerActivations, start: number) => void,
): void {
  const { layers } = context.network;
  const width = rawInputs(context.network);
  const perRow = layers.reduce((sum, { neurons }) => sum + neurons, 0);
  const size = Math.max(1, Math.floor(mostActivations / perRow));
  for (let start = 0; start < rows; start += size) {
    const count = Math.min(size, rows - start);
    visit(context.forward(inputs.subarray(start * width, (start + count) * width), count), start);
  }
}
