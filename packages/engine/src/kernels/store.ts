import { checkChoice } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { measureColumns } from './columns.js';
import { bitsOf, countLit, isLit } from './lit.js';

/** How a data set is stored: as whole rows, or as lists of the numbers that are not 0. */
export interface StoredData {
  readonly dataset: Dataset;
  readonly rows: number;
  readonly sparse: boolean;
  /** Entries of all lists, where inputs are stored so; else 0. */
  readonly entries: number;
  /** Bytes of the batches' columns, where they are kept; else 0. */
  readonly columnBytes: number;
}

/** How the first layer reads its inputs: every number, or the ones that are not 0. The answers are the same to the bit. */
export type FirstLayer = 'dense' | 'sparse';

/** @throws `invalid-option` */
export function checkFirstLayer(firstLayer: unknown): asserts firstLayer is FirstLayer {
  checkChoice(firstLayer, 'firstLayer', ['dense', 'sparse'] as const);
}

/** Below this share of numbers that are not 0, lists are faster than whole rows. */
const sparseBelow = 0.45;
/** Fewer inputs than this are not worth a list. */
const fewestInputs = 32;

/** Entries that suffice for all rows' lists: an even number each. */
function countEntries({ inputs, rows }: Dataset): number {
  const width = inputs.length / rows;
  let entries = 0;
  for (let row = 0; row < rows; row++) {
    const lit = countLit(inputs.subarray(row * width, (row + 1) * width));
    entries += lit + (lit % 2);
  }
  return entries;
}

/** The decision, from the training data alone: lists where most inputs are 0. */
export function chooseFirstLayer(training: Dataset): FirstLayer {
  const { inputs, rows } = training;
  const lit = countLit(inputs);
  return inputs.length >= fewestInputs * rows && lit < sparseBelow * inputs.length ? 'sparse' : 'dense';
}

/** The size of a stored data set; `columnsOf` is the size of the batches whose columns are kept too. */
export function describeStorage(dataset: Dataset, firstLayer: FirstLayer, columnsOf: number | null = null): StoredData {
  const sparse = firstLayer === 'sparse';
  return {
    dataset,
    rows: dataset.rows,
    sparse,
    entries: sparse ? countEntries(dataset) : 0,
    columnBytes: columnsOf === null ? 0 : measureColumns(dataset, columnsOf),
  };
}

/** Writes rows one after another, `stride` numbers apart. */
export function writeRows(memory: Float32Array, at: number, stride: number, values: Float32Array, rows: number): void {
  const width = values.length / rows;
  for (let row = 0; row < rows; row++) memory.set(values.subarray(row * width, (row + 1) * width), at + row * stride);
}

/**
 * Writes rows as lists: 8 bytes an entry, the input's index times `scale` and its value; and for each row where its entries
 * begin, and once more where the last end. Where lists are to be `even`, an odd one gets one more entry, of value 0. `starts` and `entries` are addresses.
 */
export function writeLists(
  buffer: ArrayBuffer,
  starts: number,
  entries: number,
  dataset: Dataset,
  scale: number,
  even: boolean,
): void {
  const words = new Uint32Array(buffer);
  const floats = new Float32Array(buffer);
  const { inputs, rows } = dataset;
  const width = inputs.length / rows;
  let at = entries / 4;
  for (let row = 0, k = 0; row < rows; row++) {
    words[starts / 4 + row] = at * 4;
    for (let i = 0; i < width; i++, k++) {
      const value = inputs[k]!;
      if (value === 0) continue;
      words[at] = i * scale;
      floats[at + 1] = value;
      at += 2;
    }
    // Memory is 0 already.
    if (even && (at - words[starts / 4 + row]! / 4) % 4 !== 0) at += 2;
  }
  words[starts / 4 + rows] = at * 4;
}

/**
 * Writes which inputs are lit in any row, as stretches of neighbours: 8 bytes each, the first one's index and their number, both
 * times `scale`. Gives where they end.
 */
export function writeStretches(words: Uint32Array, address: number, { inputs, rows }: Dataset, scale: number): number {
  const width = inputs.length / rows;
  const lit = new Uint8Array(width);
  const bits = bitsOf(inputs);
  for (let row = 0, k = 0; row < rows; row++) {
    for (let i = 0; i < width; i++, k++) lit[i]! |= isLit(bits[k]!);
  }
  let at = address / 4;
  for (let i = 0; i < width;) {
    let end = i;
    while (lit[end] === 1) end++;
    if (end > i) {
      words[at++] = i * scale;
      words[at++] = (end - i) * scale;
    }
    i = end + 1;
  }
  return at * 4;
}
