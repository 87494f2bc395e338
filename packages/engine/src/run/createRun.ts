import type { Dataset, DatasetOptions } from '../core/dataset.js';
import { checkFunction, checkOptions } from '../core/check.js';
import type { CreateTrainer, TrainerConfiguration } from '../core/trainer.js';
import { validateConfiguration } from '../core/validateConfiguration.js';
import { validateDataset } from '../core/validateDataset.js';
import type { ValidateEvery } from './boundaries.js';
import type { JournalEntry } from './journal.js';
import { Run } from './run.js';

export interface RunOptions {
  /** See `createConfiguration`. */
  readonly configuration: TrainerConfiguration;
  /** Copied. */
  readonly training: DatasetOptions;
  /** Held out from learning; copied. Default null: none. */
  readonly validation?: DatasetOptions | null;
  /** When to evaluate the held-out set; step 0 always is. Default null: never. */
  readonly validateEvery?: ValidateEvery | null;
  /** What was changed by hand; entries ahead of the run's step wait for it. Default none. */
  readonly journal?: readonly JournalEntry[];
  /** Which arithmetic. Default `createCoreTrainer`. */
  readonly createTrainer?: CreateTrainer;
  /** Default: told from configuration and data. */
  readonly runId?: string;
}

/** Run options, checked and copied. */
export interface CheckedRunOptions extends Omit<RunOptions, 'training' | 'validation'> {
  readonly training: Dataset;
  readonly validation: Dataset | null;
}

const optionNames = [
  ...['configuration', 'training', 'validation', 'validateEvery'],
  ...['journal', 'createTrainer', 'runId'],
];

/**
 * Makes a run that stands at step 0.
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
