import type { Dataset } from '@neuroglow/engine';

/** Labelled images, with some held out. */
export interface ImageData {
  readonly training: Dataset;
  readonly validation: Dataset;
  readonly classNames: readonly string[];
  readonly shape: readonly [rows: number, columns: number];
}

/** The class of a row: where its one-hot target is largest. */
export function classOf(dataset: Dataset, row: number): number {
  const classes = dataset.targets.length / dataset.rows;
  const target = dataset.targets.subarray(row * classes, (row + 1) * classes);
  return target.indexOf(Math.max(...target));
}
