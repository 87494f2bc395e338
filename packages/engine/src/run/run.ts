import type { Hyperparameters } from '../core/configuration.js';
import { checkFunction, checkInteger, checkObject } from '../core/check.js';
import { createCoreTrainer } from '../core/coreTrainer.js';
import { networkOf } from '../core/createNetwork.js';
import type { Dataset } from '../core/dataset.js';
import type { Network } from '../core/network.js';
import type { Trainer, TrainerConfiguration, TrainerState } from '../core/trainer.js';
import { stepsPerEpoch } from '../core/trainerState.js';
import {
  checkUntil,
  checkValidateEvery,
  isValidationDue,
  stepsUntilEpoch,
  stepsUntilValidation,
  type Progress,
  type StopCondition,
  type ValidateEvery,
} from './boundaries.js';
import { CostHistory } from './costHistory.js';
import { checkHistory } from './costHistoryState.js';
import { applyChange, checkChange, checkJournal, type JournalChange, type JournalEntry } from './journal.js';
import type { CheckedRunOptions } from './runOptions.js';
import type { RunRecorder } from './runRecorder.js';
import type { RunState } from './runState.js';
import { runIdOf } from './runId.js';
import { startCost } from './startCost.js';
import { addValidation, checkValidations, type ValidationPoint } from './validationHistory.js';

/**
 * ready: steps can be made · finished: the stop condition is met · diverged: the next step's cost, or a parameter after it, would not be
 * finite; the state is the last finite one.
 */
export type RunStatus = 'ready' | 'finished' | 'diverged';

/** How many steps the next call makes, and whether there is time for it. */
interface Pace {
  readonly stride: number;
  readonly inTime: boolean;
}

/** Most steps between two checks that everything is finite. */
const longestSpan = 8192;
/** How many spans use one remembered state; it bounds the cost of going back. */
const spansOfState = 16;

/**
 * The pure step loop. Its results depend on configuration, seed, data and journal alone. Cutting its steps into calls changes no bit,
 * nor does reading from it.
 */
export class Run {
  readonly runId: string;
  readonly trainer: Trainer;
  readonly history: CostHistory = new CostHistory();
  readonly #configuration: TrainerConfiguration;
  readonly #training: Dataset;
  readonly #rows: number;
  readonly #batchSize: number;
  readonly #validateEvery: ValidateEvery | null;
  readonly #costs = new Float32Array(longestSpan);
  readonly #parameterCount: number;
  /** A state of some steps ago, and how many spans have used it. */
  #remembered: TrainerState | null = null;
  #spans = 0;
  #journal: readonly JournalEntry[];
  /** Index of the first entry not yet applied. */
  #pending = 0;
  #hyperparameters: Hyperparameters;
  #until: StopCondition | null = null;
  #status: RunStatus = 'ready';
  #latestCost: number | null = null;
  #validations: readonly ValidationPoint[] = [];
  /** Steps of the first `train` call of the next `advance`; follows how many a budget allows. */
  #stride = 1;

  constructor(options: CheckedRunOptions) {
    const { configuration, training, validation, createTrainer = createCoreTrainer } = options;
    this.#journal = checkJournal(options.journal ?? [], configuration.parameters.length);
    this.#validateEvery = validation === null ? null : checkValidateEvery(options.validateEvery ?? null);
    this.runId = options.runId ?? runIdOf(configuration, training, validation);
    this.trainer = createTrainer(configuration, training, validation);
    this.#configuration = configuration;
    this.#training = training;
    this.#rows = training.rows;
    this.#batchSize = configuration.batchSize;
    this.#hyperparameters = configuration.hyperparameters;
    this.#parameterCount = configuration.parameters.length;
    this.#applyJournal();
  }

  get step(): number {
    return this.trainer.step;
  }

  get epoch(): number {
    return this.trainer.epoch;
  }

  get status(): RunStatus {
    return this.#status;
  }

  get journal(): readonly JournalEntry[] {
    return this.#journal;
  }

  get hyperparameters(): Hyperparameters {
    return this.#hyperparameters;
  }

  /** Batch cost of the latest step. At step 0 that of the first batch, once evaluated; null before. */
  get latestCost(): number | null {
    return this.#latestCost;
  }

  /** Evaluations of the held-out set so far, ascending by step; thinned when there are thousands. */
  get validations(): readonly ValidationPoint[] {
    return this.#validations;
  }

  /** The latest evaluation of the held-out set. */
  get latestValidation(): ValidationPoint | null {
    return this.#validations.at(-1) ?? null;
  }

  /** Sets where to stop. A finished run becomes ready again unless the new condition is met already. @throws `invalid-option` */
  stopAt(until: StopCondition | null): void {
    this.#until = checkUntil(until);
    if (this.#status === 'finished') this.#status = 'ready';
    this.#finishIfReached();
  }

  /**
   * Evaluates the run before its first step: the cost of the batch that the first step will take, and the held-out set. Changes
   * nothing that is computed later.
   */
  evaluateStart(): void {
    if (this.step > 0) return;
    this.#latestCost = startCost(this.trainer, this.#configuration, this.#training);
    if (this.#validations.length === 0) this.#validateIfDue();
  }

  /**
   * Makes up to `maxSteps` steps, fewer when the run finishes or diverges, or when `budget`, asked after every few steps,
   * says that there is no time left. Returns the number of steps made.
   * @param recorder is called on the way, as often as it wants to be
   */
  advance(maxSteps: number, budget: () => boolean = () => true, recorder: RunRecorder | null = null): number {
    checkInteger(maxSteps, 'steps', 0, Number.MAX_SAFE_INTEGER);
    checkFunction(budget, 'budget');
    const from = this.step;
    if (this.step === 0 && this.#validations.length === 0) this.#validateIfDue();
    let pace: Pace = { stride: this.#stride, inTime: true };
    while (this.#status === 'ready' && this.step - from < maxSteps && pace.inTime) {
      const due = recorder?.stepsUntilDue(this.step) ?? Infinity;
      const left = Math.min(maxSteps - (this.step - from), this.#stepsToBoundary(), due, longestSpan);
      pace = this.#makeSpan(left, pace.stride, budget);
      recorder?.reached();
    }
    const made = this.step - from;
    // An eighth of what the time sufficed for: the budget is asked often enough to be kept, seldom enough to cost nothing.
    if (!pace.inTime) this.#stride = Math.max(1, made >>> 3);
    return made;
  }

  /** Journals a change at the current step and applies it. Later entries are dropped, because the run takes another course from here. */
  record(change: JournalChange): JournalEntry {
    const entry = { step: this.step, change: checkChange(change, this.#parameterCount) };
    this.#journal = [...this.#journal.slice(0, this.#pending), entry];
    this.#applyJournal();
    if (this.#status === 'diverged') this.#status = 'ready';
    return entry;
  }

  /** The current network: description and a copy of its parameters. */
  readNetwork(): Network {
    return networkOf(this.#configuration.network, this.trainer.readParameters());
  }

  saveState(): RunState {
    return {
      trainer: this.trainer.saveState(),
      journal: this.#journal,
      latestCost: this.#latestCost,
      costs: this.history.save(),
      validations: this.#validations,
    };
  }

  /**
   * Continues from a saved state of this run, or of another run with the same configuration and data.
   * @throws `invalid-parameters` or `invalid-option` for anything else; the run then stays where it is.
   */
  loadState(state: RunState): void {
    checkObject(state, 'state', 'invalid-parameters');
    const { validations } = state;
    checkValidations(validations);
    const journal = checkJournal(state.journal, this.#parameterCount);
    checkHistory(state.costs);
    this.trainer.loadState(state.trainer);
    this.#remembered = null;
    this.#journal = journal;
    this.#hyperparameters = state.trainer.hyperparameters;
    this.#latestCost = state.latestCost;
    this.history.load(state.costs);
    this.#validations = validations;
    this.#status = 'ready';
    // Entries of this step are applied again, which changes nothing because they set values.
    const ahead = this.#journal.findIndex((entry) => entry.step >= this.step);
    this.#pending = ahead < 0 ? this.#journal.length : ahead;
    this.#applyJournal();
  }

  /** Frees what the trainer holds; later calls throw. */
  dispose(): void {
    this.trainer.dispose();
  }

  /**
   * Up to `count` steps with no boundary among them, in calls of `stride` and more. If a condition is met on the way (a cost low enough,
   * a value that is not finite), the steps are repeated to find the exact step.
   */
  #makeSpan(count: number, stride: number, budget: () => boolean): Pace {
    const { trainer } = this;
    const firstStep = this.step;
    this.#rememberState();
    const stopCost = this.#validateEvery === null ? this.#until?.cost : undefined;
    let made = 0;
    let inTime = true;
    let end: RunStatus = 'ready';
    while (made < count && inTime && end === 'ready') {
      const wanted = Math.min(stride, count - made);
      const got = trainer.train(wanted, this.#costs.subarray(made));
      const low = stopCost === undefined ? -1 : indexOfAtMost(this.#costs, made, made + got, stopCost);
      if (low >= 0) end = 'finished';
      else if (got < wanted) end = 'diverged';
      made = low >= 0 ? low + 1 : made + got;
      stride = Math.min(stride * 2, longestSpan);
      inTime = budget();
    }
    if (this.step !== firstStep + made) this.#goTo(firstStep + made);
    if (!trainer.hasFiniteParameters()) {
      const lastStep = this.#lastFinite(firstStep, this.step);
      made = lastStep - firstStep;
      this.#goTo(lastStep);
      end = 'diverged';
    }
    this.#accept(firstStep + 1, made);
    if (end !== 'ready') this.#status = end;
    return { stride, inTime };
  }

  /** Records the costs of the steps just made and does what is due at the new position. */
  #accept(firstStep: number, made: number): void {
    if (made === 0) return;
    this.history.append(firstStep, this.#costs, made);
    this.#latestCost = this.#costs[made - 1]!;
    this.#validateIfDue();
    this.#applyJournal();
    this.#finishIfReached();
  }

  /**
   * Keeps a recent state to go back to. Saving copies every parameter, which would slow down the short spans of a wide network,
   * so several spans share one state.
   */
  #rememberState(): void {
    if (this.#remembered !== null && this.#spans++ < spansOfState) return;
    this.#remembered = this.trainer.saveState();
    this.#spans = 1;
  }

  /** Goes back to the remembered state and on to the given step. Nothing but steps has happened since. */
  #goTo(step: number): void {
    this.trainer.loadState(this.#remembered!);
    const steps = step - this.step;
    this.trainer.train(steps, new Float32Array(steps));
  }

  /** The last step after which all parameters are finite, from `finite` on and below `infinite`. Values that are not finite stay so, which allows bisection. */
  #lastFinite(finite: number, infinite: number): number {
    this.#goTo(finite);
    this.#remembered = this.trainer.saveState();
    while (infinite - finite > 1) {
      const middle = finite + ((infinite - finite) >>> 1);
      this.#goTo(middle);
      if (this.trainer.hasFiniteParameters()) finite = middle;
      else infinite = middle;
    }
    return finite;
  }

  #progress(): Progress {
    const { step, epoch, position } = this.trainer;
    const stepInEpoch = position / this.#batchSize;
    return { step, epoch, stepInEpoch, stepsPerEpoch: stepsPerEpoch(this.#rows, this.#batchSize) };
  }

  /** Steps, at least 1, until something else is due. */
  #stepsToBoundary(): number {
    const progress = this.#progress();
    const { step: stopStep = Infinity, epoch: stopEpoch } = this.#until ?? {};
    return Math.min(
      (this.#journal[this.#pending]?.step ?? Infinity) - progress.step,
      stopStep - progress.step,
      stopEpoch === undefined ? Infinity : stepsUntilEpoch(progress, stopEpoch),
      this.#validateEvery === null ? Infinity : stepsUntilValidation(this.#validateEvery, progress),
    );
  }

  #finishIfReached(): void {
    if (this.#until === null || this.#status !== 'ready') return;
    const { step = Infinity, epoch = Infinity, cost = -Infinity } = this.#until;
    const latest = this.#validateEvery === null ? this.#latestCost : this.latestValidation?.cost;
    if (this.step >= step || this.epoch >= epoch || (latest ?? Infinity) <= cost) this.#status = 'finished';
  }

  #validateIfDue(): void {
    if (this.#validateEvery === null || !isValidationDue(this.#validateEvery, this.#progress())) return;
    const evaluation = this.trainer.evaluate('validation');
    if (evaluation !== null) this.#validations = addValidation(this.#validations, { step: this.step, ...evaluation });
  }

  #applyJournal(): void {
    for (; this.#pending < this.#journal.length; this.#pending++) {
      const { step, change } = this.#journal[this.#pending]!;
      if (step > this.step) return;
      this.#hyperparameters = applyChange(this.trainer, change, this.#hyperparameters, this.#configuration.shuffle);
      this.#remembered = null;
    }
  }
}

/** The first index in [from, to) whose cost is at most `limit`, or −1. */
function indexOfAtMost(costs: Float32Array, from: number, to: number, limit: number): number {
  for (let i = from; i < to; i++) if (costs[i]! <= limit) return i;
  return -1;
}
