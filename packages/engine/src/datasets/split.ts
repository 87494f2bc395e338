import { checkNumber, checkOptions, checkSeed } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { createGenerator } from '../core/generator.js';
import { show } from '../core/show.js';
import { shuffle } from '../core/shuffle.js';
import { checkDataset } from '../core/checkDataset.js';

export interface SplitOptions {
  /** Share of the rows to hold out, between 0 and 1. Default 0.2. */
  readonly validation?: number;
  /** An integer in [0, 2³²) that decides which. Default 1. */
  readonly seed?: number;
  /** true: rows with the same targets are held out in the same proportion; for classes. Default false. */
  readonly stratify?: boolean;
}

/** Two data sets without a row in common. */
export interface SplitDataset {
  readonly training: Dataset;
  readonly validation: Dataset;
}

/**
 * Divides a data set into rows to learn from and rows held out, at random but seeded. Both keep the rows' order and share no memory with the
 * original. The number held out is share × rows, rounded, at least 1 and at most rows − 1; with `stratify` it is rounded per
 * class (a class of one row stays in training).
 * @throws `invalid-dataset` also where there is a single row; `invalid-option`
 */
export function splitDataset(dataset: Dataset, options: SplitOptions = {}): SplitDataset {
  checkDataset(dataset);
  checkOptions(options, 'options', ['validation', 'seed', 'stratify']);
  const { validation = 0.2, seed = 1, stratify = false } = options;
  checkNumber(validation, 'validation', 'a share between 0 and 1', (share) => share > 0 && share < 1);
  checkSeed(seed);
  if (typeof stratify !== 'boolean') {
    throw new NeuroglowError('invalid-option', `stratify: expected true or false, got ${show(stratify)}; say which.`);
  }
  const generator = createGenerator(seed);
  const groups = stratify ? rowsByTarget(dataset) : [Uint32Array.from({ length: dataset.rows }, (_, row) => row)];
  const heldOut = new Uint8Array(dataset.rows);
  for (const group of groups) {
    if (group.length < 2) continue;
    shuffle(group, generator);
    const count = Math.min(group.length - 1, Math.max(1, Math.round(group.length * validation)));
    for (const row of group.subarray(0, count)) heldOut[row] = 1;
  }
  if (!heldOut.includes(1)) {
    throw new NeuroglowError(
      'invalid-dataset',
      `dataset: expected at least two rows${stratify ? ' with the same targets' : ''}, got ${dataset.rows} in all; add rows or do not split.`,
    );
  }
  return { training: selectRows(dataset, heldOut, 0), validation: selectRows(dataset, heldOut, 1) };
}

function rowsByTarget({ targets, rows }: Dataset): Uint32Array[] {
  const outputs = targets.length / rows;
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const key = targets.subarray(row * outputs, (row + 1) * outputs).join();
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return Array.from(groups.values(), (group) => Uint32Array.from(group));
}

function selectRows(dataset: Dataset, heldOut: Uint8Array, side: 0 | 1): Dataset {
  const rows: number[] = [];
  for (const [row, flag] of heldOut.entries()) if (flag === side) rows.push(row);
  const pick = (values: Float32Array): Float32Array => {
    const width = values.length / dataset.rows;
    const picked = new Float32Array(rows.length * width);
    for (const [i, row] of rows.entries()) picked.set(values.subarray(row * width, (row + 1) * width), i * width);
    return picked;
  };
  return { ...dataset, inputs: pick(dataset.inputs), targets: pick(dataset.targets), rows: rows.length };
}
