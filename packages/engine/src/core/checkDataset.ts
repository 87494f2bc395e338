import { checkFinite, checkInteger, checkObject, isNumberList } from './check.js';
import type { Dataset } from './dataset.js';
import { NeuroglowError } from './error.js';
import { show } from './show.js';

const code = 'invalid-dataset';

/** Checks a data set without a network to compare it with; returns its widths. */
export function checkDataset(dataset: Dataset): { readonly inputs: number; readonly outputs: number } {
  checkObject(dataset, 'dataset', code);
  checkInteger(dataset.rows, 'dataset.rows', 1, 0xffffffff, code);
  return {
    inputs: columnsOf(dataset.inputs, dataset.rows, 'dataset.inputs'),
    outputs: columnsOf(dataset.targets, dataset.rows, 'dataset.targets'),
  };
}

function columnsOf(values: unknown, rows: number, name: string): number {
  if (isNumberList(values) && !(values instanceof Float32Array)) {
    throw new NeuroglowError(
      code,
      `${name}: expected a Float32Array, got ${show(values)}; convert it: Float32Array.from(values).`,
    );
  }
  if (!(values instanceof Float32Array) || values.length === 0 || values.length % rows !== 0) {
    throw new NeuroglowError(
      code,
      `${name}: expected a Float32Array of whole columns for ${rows} rows, got ${show(values)}; correct the data or its number of rows.`,
    );
  }
  checkFinite(values, name);
  return values.length / rows;
}
