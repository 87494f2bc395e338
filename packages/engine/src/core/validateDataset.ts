import { checkInteger, checkObject } from './check.js';
import { checkTargetsForCost } from './checkCost.js';
import type { Cost } from './configuration.js';
import type { Dataset } from './dataset.js';
import { NeuroglowError } from './error.js';
import { checkShape } from './describe.js';
import type { NetworkDescription } from './network.js';
import { show } from './show.js';

const code = 'invalid-dataset';
const mostRows = 0xffffffff;

/**
 * Checks a data set against a network (and a cost, where given) and copies it, so that nothing can change or detach it later.
 * Plain arrays of numbers are taken too, and rounded to float32.
 * @param name starts the sentence of an error: 'dataset', 'validation'
 * @throws `invalid-network`; `invalid-dataset`; `not-finite` naming row and column; `invalid-cost` where targets do not fit the cost.
 */
export function validateDataset(
  dataset: Dataset,
  network: NetworkDescription,
  cost: Cost | null = null,
  name = 'dataset',
): Dataset {
  checkShape(network);
  checkObject(dataset, name, code);
  const { rows, classNames } = dataset;
  const outputs = network.layers.at(-1)!.neurons;
  checkInteger(rows, `${name}.rows`, 1, mostRows, code);
  const inputs = copyTable(dataset.inputs, rows, network.layers[0]!.neurons, `${name}.inputs`);
  const targets = copyTable(dataset.targets, rows, outputs, `${name}.targets`);
  if (cost !== null) checkTargetsForCost(cost, targets, outputs, `${name}.targets`);
  if (classNames === undefined) return { inputs, targets, rows };
  return { inputs, targets, rows, classNames: copyNames(classNames, outputs, `${name}.classNames`) };
}

function copyTable(given: unknown, rows: number, columns: number, name: string): Float32Array {
  if (!isNumeric(given)) {
    throw new NeuroglowError(
      code,
      `${name}: expected a Float32Array, got ${show(given)}; pass rows × ${columns} numbers.`,
    );
  }
  if (given.length !== rows * columns) {
    throw new NeuroglowError(
      code,
      `${name}: expected ${rows} rows × ${columns} = ${rows * columns} numbers, got ${given.length}; mend the data, its rows or the network's layers.`,
    );
  }
  const copy = new Float32Array(given.length);
  for (let k = 0; k < given.length; k++) {
    const value: unknown = given[k];
    if (typeof value !== 'number' || !Number.isFinite(Math.fround(value))) {
      throw new NeuroglowError(
        'not-finite',
        `${name}: expected finite float32 numbers, got ${show(value)} in row ${Math.floor(k / columns)}, column ${k % columns}; clean or replace that value.`,
      );
    }
    copy[k] = value;
  }
  return copy;
}

function isNumeric(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
}

function copyNames(names: unknown, outputs: number, at: string): readonly string[] {
  const copy = Array.isArray(names) ? names.filter((one) => typeof one === 'string') : [];
  if (copy.length === outputs && (names as unknown[]).length === outputs) return copy;
  throw new NeuroglowError(
    code,
    `${at}: expected ${outputs} strings, one an output, got ${show(names)}; give a name for each output or leave them out.`,
  );
}
