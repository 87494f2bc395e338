import { checkInteger, checkObject } from './check.js';
import { checkTargetsForCost } from './checkCost.js';
import type { Cost } from './configuration.js';
import type { Dataset, DatasetOptions } from './dataset.js';
import { NeuroglowError } from './error.js';
import { checkShape } from './describe.js';
import { rawInputs } from './features.js';
import type { NetworkDescription } from './network.js';
import { show } from './show.js';

const code = 'invalid-dataset';
const mostRows = 0xffffffff;

/**
 * Checks a data set against a network (and a cost, if given) and copies it, so that nothing can change or detach it later.
 * Plain arrays of numbers are rounded to float32; `rows` may be left out.
 * @param name starts the sentence of an error: 'dataset', 'validation'
 * @throws `invalid-network`; `invalid-dataset`; `not-finite` naming row and column; `invalid-cost` where targets do not fit the cost.
 */
export function validateDataset(
  dataset: DatasetOptions,
  network: NetworkDescription,
  cost: Cost | null = null,
  name = 'dataset',
): Dataset {
  checkShape(network);
  checkObject(dataset, name, code);
  const { classNames } = dataset;
  const width = rawInputs(network);
  const outputs = network.layers.at(-1)!.neurons;
  checkTable(dataset.inputs, width, `${name}.inputs`);
  checkTable(dataset.targets, outputs, `${name}.targets`);
  const rows = dataset.rows ?? rowsOf(dataset.inputs, width, name);
  checkInteger(rows, `${name}.rows`, 1, mostRows, code);
  refuseClassNumbers(dataset.targets, rows, outputs, `${name}.targets`);
  const inputs = copyTable(dataset.inputs, rows, width, `${name}.inputs`);
  const targets = copyTable(dataset.targets, rows, outputs, `${name}.targets`);
  if (cost !== null) checkTargetsForCost(cost, targets, outputs, `${name}.targets`);
  if (classNames === undefined) return { inputs, targets, rows };
  return { inputs, targets, rows, classNames: copyNames(classNames, outputs, `${name}.classNames`) };
}

function checkTable(given: unknown, columns: number, name: string): void {
  if (!isNumeric(given)) {
    throw new NeuroglowError(
      code,
      `${name}: expected a Float32Array or an array of numbers, got ${show(given)}; pass rows × ${columns} numbers.`,
    );
  }
  if (!isList((given as ArrayLike<unknown>)[0])) return;
  throw new NeuroglowError(
    code,
    `${name}: expected one flat array of numbers, row after row, got ${given.length} arrays; flatten them: rows.flat().`,
  );
}

function rowsOf(inputs: ArrayLike<number>, width: number, name: string): number {
  if (inputs.length > 0 && inputs.length % width === 0) return inputs.length / width;
  throw new NeuroglowError(
    code,
    `${name}.inputs: expected whole rows of ${width} numbers, got ${inputs.length} numbers; fix the data or the network's first layer.`,
  );
}

/** One whole number per row, where the network has several outputs, is most likely the row's class. */
function refuseClassNumbers(targets: ArrayLike<number>, rows: number, outputs: number, name: string): void {
  if (outputs === 1 || targets.length !== rows) return;
  throw new NeuroglowError(
    code,
    `${name}: expected ${rows} rows × ${outputs} = ${rows * outputs} numbers, got ${rows}, one per row; if they are class numbers, pass oneHot(targets, ${outputs}).`,
  );
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function copyTable(given: ArrayLike<number>, rows: number, columns: number, name: string): Float32Array {
  if (given.length !== rows * columns) {
    throw new NeuroglowError(
      code,
      `${name}: expected ${rows} rows × ${columns} = ${rows * columns} numbers, got ${given.length}; correct the data, its rows or the network's layers.`,
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
    `${at}: expected ${outputs} strings, one per output, got ${show(names)}; give a name for each output or leave them out.`,
  );
}
