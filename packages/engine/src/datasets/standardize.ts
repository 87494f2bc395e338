import { checkFinite, checkObject } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { checkDataset } from '../core/checkDataset.js';

/** How inputs were standardised: the numbers to subtract and to divide by. */
export interface Standardization {
  /** [inputs] */
  readonly means: Float32Array;
  /** [inputs] standard deviations over all rows (divided by rows, not rows − 1); 1 for a column that never changes. */
  readonly spreads: Float32Array;
}

/**
 * Gives every input mean 0 and standard deviation 1: x ← (x − mean)/spread, column by column; targets stay as they are. A
 * column that never changes becomes 0 throughout: its spread is stated as 1. Held-out rows and new inputs must go through the
 * same numbers: see `standardizeWith`.
 * @throws `invalid-dataset` or `not-finite`
 */
export function standardize(dataset: Dataset): {
  readonly dataset: Dataset;
  readonly standardization: Standardization;
} {
  const { inputs: width } = checkDataset(dataset);
  const means = new Float32Array(width);
  const spreads = new Float32Array(width);
  for (let column = 0; column < width; column++) {
    const { mean, spread } = describeColumn(dataset.inputs, column, width);
    means[column] = mean;
    // In float32 as it will be used: a spread too small for it would divide by 0.
    spreads[column] = Math.fround(spread) > 0 ? spread : 1;
  }
  const standardization = { means, spreads };
  return { dataset: standardizeWith(dataset, standardization), standardization };
}

/**
 * The same for other rows, with the numbers found before.
 * @throws `invalid-dataset` where the widths differ, `invalid-option`, `not-finite`
 */
export function standardizeWith(dataset: Dataset, standardization: Standardization): Dataset {
  const { inputs: width } = checkDataset(dataset);
  checkObject(standardization, 'standardization');
  const { means, spreads } = standardization;
  checkColumns(means, width, 'standardization.means');
  checkColumns(spreads, width, 'standardization.spreads');
  if (spreads.some((spread) => spread <= 0)) {
    throw new NeuroglowError(
      'invalid-option',
      'standardization.spreads: expected numbers > 0, got one that is not; use what `standardize` gave.',
    );
  }
  const inputs = dataset.inputs.map((value, k) => (value - means[k % width]!) / spreads[k % width]!);
  checkFinite(inputs, 'standardised inputs');
  return { ...dataset, inputs };
}

/** In two passes, so that a large mean does not drown a small spread. */
function describeColumn(values: Float32Array, column: number, width: number): { mean: number; spread: number } {
  const rows = values.length / width;
  let sum = 0;
  for (let k = column; k < values.length; k += width) sum += values[k]!;
  const mean = sum / rows;
  let squares = 0;
  let changes = false;
  for (let k = column; k < values.length; k += width) {
    squares += (values[k]! - mean) * (values[k]! - mean);
    changes ||= values[k] !== values[column];
  }
  return { mean: changes ? mean : values[column]!, spread: changes ? Math.sqrt(squares / rows) : 0 };
}

function checkColumns(values: unknown, width: number, name: string): void {
  if (!(values instanceof Float32Array) || values.length !== width) {
    throw new NeuroglowError(
      'invalid-dataset',
      `${name}: expected ${width} numbers, one per input, got ${show(values)}; standardise with numbers from data of the same columns.`,
    );
  }
  checkFinite(values, name);
}
