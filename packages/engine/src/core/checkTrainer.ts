import { checkInteger, checkObject } from './check.js';
import type { Dataset } from './dataset.js';
import { rawInputs } from './features.js';
import { NeuroglowError } from './error.js';
import { show } from './show.js';
import type { TrainerConfiguration } from './trainer.js';
import { validateConfiguration } from './validateConfiguration.js';

/**
 * Checks what a trainer is made from. Copies the configuration; neither copies nor reads the data, which `validateDataset` has checked.
 * @throws as `createConfiguration`; `invalid-dataset` for data of the wrong type or length.
 */
export function checkTrainer(
  configuration: TrainerConfiguration,
  training: Dataset,
  validation: Dataset | null,
): TrainerConfiguration {
  const checked = validateConfiguration(configuration);
  checkLengths(training, checked, 'training');
  if ((validation as unknown) !== null) checkLengths(validation as Dataset, checked, 'validation');
  return checked;
}

function checkLengths(dataset: Dataset, { network }: TrainerConfiguration, name: string): void {
  checkObject(dataset, name, 'invalid-dataset');
  const { rows } = dataset;
  checkInteger(rows, `${name}.rows`, 1, 0xffffffff, 'invalid-dataset');
  checkLength(dataset.inputs, rows, rawInputs(network), `${name}.inputs`);
  checkLength(dataset.targets, rows, network.layers.at(-1)!.neurons, `${name}.targets`);
}

function checkLength(values: unknown, rows: number, columns: number, name: string): void {
  if (values instanceof Float32Array && values.length === rows * columns) return;
  throw new NeuroglowError(
    'invalid-dataset',
    `${name}: expected a Float32Array of ${rows} × ${columns}, got ${show(values)}; pass what validateDataset returns.`,
  );
}
