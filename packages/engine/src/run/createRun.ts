import { checkFunction, checkOptions } from '../core/check.js';
import { validateConfiguration } from '../core/validateConfiguration.js';
import { validateDataset } from '../core/validateDataset.js';
import { Run } from './run.js';
import type { RunOptions } from './runOptions.js';

const optionNames = [
  ...['configuration', 'training', 'validation', 'validateEvery'],
  ...['journal', 'createTrainer', 'runId'],
];

/**
 * Creates a run at step 0.
 * @throws `invalid-dataset`, `not-finite`, `invalid-cost`, `invalid-option`, `invalid-parameters` or `invalid-network`.
 * @example createRun({ configuration: createConfiguration({ network }), training }).advance(1000)
 */
export function createRun(options: RunOptions): Run {
  checkOptions(options, 'run options', optionNames);
  if (options.createTrainer !== undefined) checkFunction(options.createTrainer, 'createTrainer');
  const configuration = validateConfiguration(options.configuration);
  const { network, cost } = configuration;
  const training = validateDataset(options.training, network, cost, 'training');
  const held = options.validation ?? null;
  const validation = held === null ? null : validateDataset(held, network, cost, 'validation');
  return new Run({ ...options, configuration, training, validation });
}
