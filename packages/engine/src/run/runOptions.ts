import type { Dataset, DatasetOptions } from '../core/dataset.js';
import type { CreateTrainer, TrainerConfiguration } from '../core/trainer.js';
import type { ValidateEvery } from './boundaries.js';
import type { JournalEntry } from './journal.js';

export interface RunOptions {
  /** See `createConfiguration`. */
  readonly configuration: TrainerConfiguration;
  /** Copied. */
  readonly training: DatasetOptions;
  /** Held out from learning; copied. Default null: none. */
  readonly validation?: DatasetOptions | null;
  /** When to evaluate the held-out set; step 0 always is. Default null: never. */
  readonly validateEvery?: ValidateEvery | null;
  /** Changes by hand; entries after the run's step apply when it gets there. Default none. */
  readonly journal?: readonly JournalEntry[];
  /** Which arithmetic. Default `createCoreTrainer`. */
  readonly createTrainer?: CreateTrainer;
  /** Default: derived from configuration and data. */
  readonly runId?: string;
}

/** Run options, checked and copied. */
export interface CheckedRunOptions extends Omit<RunOptions, 'training' | 'validation'> {
  readonly training: Dataset;
  readonly validation: Dataset | null;
}
