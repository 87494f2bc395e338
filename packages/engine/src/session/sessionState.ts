import { checkObject, checkOptions, checkSeed, isNumberList } from '../core/check.js';
import type { ArithmeticKind } from '../core/configuration.js';
import { networkOf } from '../core/createNetwork.js';
import type { Dataset, DatasetOptions } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { checkInitializer } from '../core/initialize.js';
import { show } from '../core/show.js';
import type { TrainerConfiguration } from '../core/trainer.js';
import { validateConfiguration } from '../core/validateConfiguration.js';
import { validateDataset } from '../core/validateDataset.js';
import { checkUntil, checkValidateEvery, type StopCondition, type ValidateEvery } from '../run/boundaries.js';
import { checkRunState, type RunState } from '../run/runState.js';
import { checkProbes } from '../source/probes.js';
import type { RunStart } from '../hosting/runEvents.js';
import type { Pace } from '../source/trainingSource.js';
import { checkPace } from './pace.js';
import { checkTimelineOption, type TimelineOptions } from './timelineOption.js';
import type { TrainingSetup } from './trainingSetup.js';
import { divergence } from '../hosting/divergence.js';
import type { Report } from '../hosting/protocol.js';
import type { Initializer } from '../core/network.js';

/**
 * Everything that a session needs to go on training with the same bits, as plain data: it can be cloned to another thread and stored in
 * IndexedDB as it is. Typed arrays: `configuration.parameters`, all arrays of `run.trainer` and `run.costs`, and those of `data`. In JSON,
 * write each as an array of numbers (`(key, value) => ArrayBuffer.isView(value) ? Array.from(value) : value`): such arrays are accepted.
 */
export interface SessionState {
  readonly kind: 'neuroglow-session';
  readonly version: 2;
  /** Network, first parameters, cost, optimizer, first hyperparameters, batch size, shuffling and seed of the run. */
  readonly configuration: TrainerConfiguration;
  /** How the first parameters were drawn, and from which seed; null: they were given. */
  readonly initializer: Initializer | null;
  readonly networkSeed: number;
  readonly arithmetic: ArithmeticKind;
  readonly validateEvery: ValidateEvery;
  readonly pace: Pace;
  readonly until: StopCondition | null;
  /** Parameters, optimizer and generator state, the epoch's order and the position in it, journal, and history of the run. */
  readonly run: RunState;
  readonly status: SavedStatus;
  /** null if it was saved without its data. */
  readonly data: SavedData | null;
}

/** The status of a saved run; a running one is saved as paused. */
export type SavedStatus = 'idle' | 'paused' | 'finished' | 'diverged';

export interface SavedData {
  readonly training: Dataset;
  readonly validation: Dataset | null;
  readonly probes: readonly Float32Array[];
}

/** Options of `createTraining` for a session that continues from a saved state. */
export interface ResumeOptions {
  /** From `session.saveState()`. Copied. */
  readonly state: SessionState;
  /** What to learn from. @default the data in the state, which is required if the state has none */
  readonly dataset?: DatasetOptions | undefined;
  /** @default the held-out set in the state */
  readonly validation?: DatasetOptions | undefined;
  /** @default the probes in the state */
  readonly probes?: readonly ArrayLike<number>[] | undefined;
  /** @default as saved */
  readonly pace?: Pace | undefined;
  /** @default as saved */
  readonly until?: StopCondition | null | undefined;
  /** @default 'auto' */
  readonly worker?: 'auto' | false | undefined;
  /** As in `TrainingOptions`. With the data in the state, or the same, the steps before it can be shown too. */
  readonly timeline?: TimelineOptions | false | undefined;
}

const optionNames = ['state', 'dataset', 'validation', 'probes', 'pace', 'until', 'worker', 'timeline'];
const statuses: readonly unknown[] = ['idle', 'paused', 'finished', 'diverged'] satisfies SavedStatus[];
const code = 'invalid-state';

/** Options that resume, checked and copied. @throws `invalid-state` for a foreign or damaged state; what `createTraining` throws. */
export function checkResumeOptions(options: ResumeOptions, worker: 'auto' | false): TrainingSetup {
  checkOptions(options, 'training options', optionNames);
  const given: unknown = options.state;
  checkKind(given);
  const { initializer, networkSeed, arithmetic, status, configuration } = checkSavedSession(given);
  const data = dataOf(given.data, options);
  const { network, cost, parameters } = configuration;
  const training = validateDataset(data.training, network, cost);
  const validation = data.validation === null ? null : validateDataset(data.validation, network, cost, 'validation');
  const pace = options.pace ?? given.pace;
  checkPace(pace);
  return {
    network: networkOf(network, parameters, initializer, networkSeed),
    configuration,
    training,
    validation,
    probes: checkProbes(data.probes, network),
    pace,
    until: checkUntil(options.until === undefined ? given.until : options.until),
    validateEvery: checkValidateEvery(given.validateEvery) ?? { epochs: 1 },
    worker,
    arithmetic,
    timeline: checkTimelineOption(options.timeline),
    // With other data than before, its past steps cannot be computed again.
    firstStep: given.data !== null && options.dataset !== undefined ? given.run.trainer.step : 0,
    start: startOf(checkRunState(given.run, configuration, training.rows), status, arithmetic),
  };
}

/** What a saved session says besides its run, its data and its options, checked. @throws as `checkResumeOptions` */
export function checkSavedSession(
  state: unknown,
): Pick<SessionState, 'initializer' | 'networkSeed' | 'arithmetic' | 'status' | 'configuration' | 'pace'> {
  checkKind(state);
  const { initializer, networkSeed, arithmetic, status, pace } = state;
  if (initializer !== null) checkInitializer(initializer);
  checkSeed(networkSeed, 'state.networkSeed');
  if ((arithmetic as unknown) !== 'core' && (arithmetic as unknown) !== 'kernels')
    throw damaged('arithmetic', arithmetic);
  if (!statuses.includes(status)) throw damaged('status', status);
  checkPace(pace);
  return { initializer, networkSeed, arithmetic, status, pace, configuration: configurationOf(state.configuration) };
}

function startOf(state: RunState, status: SavedStatus, arithmetic: ArithmeticKind): RunStart {
  const { step, epoch, hyperparameters } = state.trainer;
  const report: Report = {
    ...{ status, step, epoch, hyperparameters, arithmetic },
    cost: state.latestCost,
    validation: state.validations.at(-1) ?? null,
    error: status === 'diverged' ? divergence(step) : null,
    revision: 0,
    framesComputed: 0,
  };
  return { state, journal: state.journal, report };
}

function checkKind(state: unknown): asserts state is SessionState {
  checkObject(state, 'state', code);
  if (state['kind'] !== 'neuroglow-session') {
    throw new NeuroglowError(
      code,
      `state: expected what session.saveState() returns, got an object of kind ${show(state['kind'])}; for the parameters of a network use session.load.`,
    );
  }
  if (state['version'] !== 2) {
    throw new NeuroglowError(
      code,
      `state.version: expected 2, got ${show(state['version'])}; load it with the version of Neuroglow that saved it.`,
    );
  }
}

function configurationOf(configuration: unknown): TrainerConfiguration {
  checkObject(configuration, 'state.configuration', code);
  const { parameters } = configuration;
  if (!isNumberList(parameters)) throw damaged('configuration.parameters', parameters);
  const floats = Float32Array.from(parameters);
  return validateConfiguration({ ...configuration, parameters: floats } as unknown as TrainerConfiguration);
}

function dataOf(
  saved: SavedData | null,
  options: ResumeOptions,
): {
  readonly training: DatasetOptions;
  readonly validation: DatasetOptions | null;
  readonly probes: readonly ArrayLike<number>[];
} {
  if (saved !== null) checkObject(saved, 'state.data', code);
  const training = options.dataset ?? saved?.training;
  if (training === undefined) {
    throw new NeuroglowError(
      'invalid-dataset',
      'dataset: expected the data that the state was saved without, got none; pass the same dataset as option.',
    );
  }
  return {
    training,
    validation: options.validation ?? saved?.validation ?? null,
    probes: options.probes ?? saved?.probes ?? [],
  };
}

function damaged(field: string, value: unknown): NeuroglowError {
  return new NeuroglowError(
    code,
    `state.${field}: expected what session.saveState() wrote there, got ${show(value)}; save the session again.`,
  );
}
