import type { ArithmeticKind } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { Network } from '../core/network.js';
import type { TrainerConfiguration } from '../core/trainer.js';
import type { StopCondition, ValidateEvery } from '../run/boundaries.js';
import type { RunStart } from '../hosting/runConnection.js';
import type { Pace } from '../source/trainingSource.js';

/** Options, checked and copied. */
export interface TrainingSetup {
  readonly network: Network;
  readonly configuration: TrainerConfiguration;
  readonly training: Dataset;
  readonly validation: Dataset | null;
  readonly probes: readonly Float32Array[];
  readonly pace: Pace;
  readonly until: StopCondition | null;
  readonly validateEvery: ValidateEvery;
  readonly worker: 'auto' | false;
  readonly arithmetic: 'auto' | ArithmeticKind;
  /** Where the first run goes on from; absent: it begins at step 0. */
  readonly start?: RunStart;
  /** What the first run is called; absent: told from its configuration. */
  readonly runId?: string;
}
