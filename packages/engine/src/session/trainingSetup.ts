import type { ArithmeticKind } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { Network } from '../core/network.js';
import type { TrainerConfiguration } from '../core/trainer.js';
import type { StopCondition, ValidateEvery } from '../run/boundaries.js';
import type { RunStart } from '../hosting/runEvents.js';
import type { RunTimeline } from '../hosting/runTimeline.js';
import type { Pace, Snapshot } from '../source/trainingSource.js';

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
  /** Most bytes of keyframes; null: nothing is recorded. */
  readonly timeline: number | null;
  /** The first step of the first run that can be computed again. Default 0. */
  readonly firstStep?: number;
  /** What was recorded of the first run. Default: nothing. */
  readonly past?: RunTimeline;
  /** The run and step that the first run branches off from; absent: none. */
  readonly branchedFrom?: NonNullable<Snapshot['branchedFrom']>;
  /** Where the first run continues from; absent: it begins at step 0. */
  readonly start?: RunStart;
  /** The name of the first run; absent: derived from its configuration. */
  readonly runId?: string;
}
