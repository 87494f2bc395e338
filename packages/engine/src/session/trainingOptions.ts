import { checkChoice, checkObject, checkOptions } from '../core/check.js';
import type { ArithmeticKind, Cost, Optimizer, Penalty } from '../core/configuration.js';
import { descriptionOf, networkOf } from '../core/createNetwork.js';
import type { DatasetOptions } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { checkInitializer } from '../core/initialize.js';
import type { Initializer, Network } from '../core/network.js';
import { show } from '../core/show.js';
import { configurationNames, createConfiguration, type ConfigurationOptions } from '../core/validateConfiguration.js';
import { validateDataset } from '../core/validateDataset.js';
import { checkUntil, checkValidateEvery, type StopCondition, type ValidateEvery } from '../run/boundaries.js';
import { checkProbes } from '../source/probes.js';
import type { Pace } from '../source/trainingSource.js';
import { checkPace } from './pace.js';
import { checkResumeOptions, type ResumeOptions } from './sessionState.js';
import { checkTimelineOption, type TimelineOptions } from './timelineOption.js';
import type { TrainingSetup } from './trainingSetup.js';

export interface TrainingOptions {
  /** Where the first run starts. Copied. */
  readonly network: Network;
  /** What to learn from. Copied. */
  readonly dataset: DatasetOptions;
  /** A held-out set, evaluated as `validateEvery` says. Copied. */
  readonly validation?: DatasetOptions | undefined;
  /** Default 'meanSquaredError'. */
  readonly cost?: Cost | undefined;
  /** Default `sgd({ learningRate: 0.1 })`. */
  readonly optimizer?: Optimizer | undefined;
  /** Default none. */
  readonly penalty?: Partial<Penalty> | undefined;
  /** Rows per step. Default 32. Larger than the data set: all rows. */
  readonly batchSize?: number | undefined;
  /** Whether each epoch takes the rows in a new order. Default true. */
  readonly shuffle?: boolean | undefined;
  /** Seeds the shuffles, an integer in [0, 2³²). Default the network's seed. */
  readonly seed?: number | undefined;
  /** Inputs pinned for watching, each as long as the input layer. Default none. */
  readonly probes?: readonly ArrayLike<number>[] | undefined;
  /**
   * How fast to make steps: 'fastest', 'visible', or a number of steps per displayed frame.
   * @default 'fastest'; with `useTraining` 'visible'
   */
  readonly pace?: Pace | undefined;
  /**
   * Where `start()` stops by default; null: nowhere. Once a run has stopped there, `start()` continues without a stop.
   * @default null; with `useTraining` `{ step: 50_000 }`
   */
  readonly until?: StopCondition | null | undefined;
  /** Default every epoch. */
  readonly validateEvery?: ValidateEvery | undefined;
  /** 'auto': in a worker if possible, otherwise on the calling thread. false: on the calling thread. The bits are the same. Default 'auto'. */
  readonly worker?: 'auto' | false | undefined;
  /**
   * How much memory the recorded past may take; false: only step 0 and the latest step can be shown.
   * @default { memory: 64 * 2 ** 20 }
   */
  readonly timeline?: TimelineOptions | false | undefined;
  /** 'auto': the kernels if WebAssembly is available, otherwise core. Default 'auto'. */
  readonly arithmetic?: 'auto' | ArithmeticKind | undefined;
}

/** The options that a session has beyond its runs' configuration. */
const sessionNames = [
  ...['dataset', 'validation', 'probes', 'pace', 'until', 'validateEvery', 'worker', 'arithmetic', 'timeline'],
];

/** @throws `NeuroglowError` for options that do not fit. */
export function checkTrainingOptions(options: TrainingOptions | ResumeOptions): TrainingSetup {
  checkObject(options, 'training options');
  const given: TrainingOptions | ResumeOptions = options;
  if ('state' in given) return checkResumeOptions(given, checkWorker(given.worker ?? 'auto'));
  return checkFreshOptions(given);
}

function checkFreshOptions(options: TrainingOptions): TrainingSetup {
  checkOptions(options, 'training options', [...configurationNames, ...sessionNames]);
  const { dataset, validation, validateEvery = { epochs: 1 }, until = null, pace = 'fastest' } = options;
  const configuration = createConfiguration(configurationOptions(options));
  const { network: description, parameters, cost } = configuration;
  const { seed } = options.network;
  const initializer = (options.network.initializer as Initializer | null | undefined) ?? null;
  if (initializer !== null) checkInitializer(initializer);
  checkPace(pace);
  return {
    network: networkOf(descriptionOf(description), parameters, initializer, seed),
    configuration,
    training: validateDataset(dataset, description, cost),
    validation: validation === undefined ? null : validateDataset(validation, description, cost, 'validation'),
    probes: checkProbes(options.probes ?? [], description),
    pace,
    until: checkUntil(until),
    validateEvery: checkValidateEvery(validateEvery) ?? { epochs: 1 },
    worker: checkWorker(options.worker ?? 'auto'),
    timeline: checkTimelineOption(options.timeline),
    arithmetic: checkArithmetic(options.arithmetic ?? 'auto'),
  };
}

function checkWorker(worker: unknown): 'auto' | false {
  if (worker === 'auto' || worker === false) return worker;
  throw new NeuroglowError(
    'invalid-option',
    `worker: expected 'auto' or false, got ${show(worker)}; choose one of them.`,
  );
}

function checkArithmetic(arithmetic: unknown): 'auto' | ArithmeticKind {
  checkChoice(arithmetic, 'arithmetic', ['auto', 'core', 'kernels'] as const);
  return arithmetic;
}

/** The options that determine the arithmetic; undefined ones are dropped. */
function configurationOptions(options: TrainingOptions): ConfigurationOptions {
  const given = Object.entries(options).filter(
    ([name, value]) => value !== undefined && configurationNames.includes(name),
  );
  return Object.fromEntries(given) as unknown as ConfigurationOptions;
}
