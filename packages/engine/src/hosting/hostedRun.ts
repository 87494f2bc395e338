import type { ArithmeticKind } from '../core/configuration.js';
import { NeuroglowError } from '../core/error.js';
import { createCoreTrainer } from '../core/coreTrainer.js';
import type { CreateTrainer } from '../core/trainer.js';
import { createKernelTrainer } from '../kernels/kernelTrainer.js';
import { kernelsAvailable } from '../kernels/load.js';
import type { JournalEntry } from '../run/journal.js';
import { createRun } from '../run/createRun.js';
import type { Run } from '../run/run.js';
import type { RunState } from '../run/runState.js';
import { computeFrame } from '../views/computeFrame.js';
import type { ViewContext } from '../views/context.js';
import type { View } from '../views/view.js';
import { errorToData } from '../source/errorData.js';
import { stepsPerEpoch } from '../core/trainerState.js';
import { divergence } from './divergence.js';
import { Excursion } from './excursion.js';
import { KeyframeRecorder } from './keyframeRecorder.js';
import type { HostCommand, Report, RunPlan, ToHost } from './protocol.js';
import { recordedOf } from './recordedRun.js';
import { StepClock } from './stepClock.js';
import { Seeker } from './seeker.js';
import type { ErrorData } from '../source/errorData.js';
import type { FrameAnswer, WatchedView } from '../source/frameAnswer.js';
import type { Pace, TrainingStatus } from '../source/trainingSource.js';

/** A run in its host, with its current command. */
export class HostedRun {
  readonly #plan: RunPlan;
  readonly #run: Run;
  #status: TrainingStatus = 'idle';
  #error: ErrorData | null = null;
  #pace: Pace = 'fastest';
  /** Steps granted by displayed frames that are still to be made, at a pace other than 'fastest'. */
  #granted = 0;
  /** Where an `advance` ends, at any pace. */
  #target: number | null = null;
  #revision = 0;
  #framesComputed = 0;
  readonly #parameters: Float32Array;
  readonly #clock: StepClock;
  readonly #excursion: Excursion;
  readonly recorder: KeyframeRecorder;
  readonly seeker: Seeker;

  /** @param now Milliseconds: to see what recording and replaying cost. */
  constructor({ plan, state, journal, before, spacing }: Extract<ToHost, { type: 'open' }>, now: () => number) {
    const { runId, configuration, training, validation, validateEvery } = plan;
    this.#plan = plan;
    const createTrainer = trainerMaker(plan.arithmetic);
    this.#run = createRun({ configuration, training, validation, validateEvery, journal, createTrainer, runId });
    this.#parameters = new Float32Array(configuration.parameters.length);
    if (state === null) this.#run.evaluateStart();
    else this.#run.loadState({ ...state, journal });
    this.#clock = new StepClock(this.#run.step);
    const run = this.#run;
    const { trainer } = run;
    const excursion = new Excursion(trainer);
    this.#excursion = excursion;
    this.recorder = new KeyframeRecorder(run, configuration.shuffle, spacing, now);
    this.seeker = new Seeker({
      ...{ trainer, excursion, configuration, training, now },
      journal: () => run.journal,
      frames: (views) => this.#framesHere(views.map((view) => ({ key: '', view }))),
      ownCost: () => run.latestCost,
    });
    if (state === null && spacing !== null) this.recorder.take();
    if (before === null) return;
    this.#status = before.status === 'running' ? 'paused' : before.status;
    this.#error = before.error;
    this.#revision = before.revision + 1;
  }

  /** Whether a slice would make a step. */
  get isReady(): boolean {
    return this.#status === 'running' && this.#stepsWanted() > 0;
  }

  /** Whether it makes steps on its own until something stops it. */
  get isRunning(): boolean {
    return this.#status === 'running';
  }

  /** Makes steps until `budget` says that there is no time left, or there is a reason to stop. `time`: when that was last asked, in milliseconds. */
  slice(budget: () => boolean, time: () => number): void {
    this.#clock.start(time());
    this.recorder.begin(time);
    try {
      this.#excursion.leave();
      const made = this.#run.advance(this.#stepsWanted(), budget, this.recorder);
      this.#clock.mark(this.#run.step, time());
      if (made > 0) this.#revision++;
      this.#granted = Math.max(0, this.#granted - made);
      if (this.#run.status !== 'ready') this.#stop(this.#run.status);
      else if (this.#target !== null && this.#run.step >= this.#target) this.#stop('paused');
    } catch (error) {
      this.#error = errorToData(error);
      this.#stop('failed');
    }
  }

  /** Throws if the command is refused. */
  obey(command: HostCommand): void {
    this.#excursion.leave();
    switch (command.kind) {
      case 'start':
        this.#pace = command.pace;
        this.#begin(command.until, null, command.orOn);
        return;
      case 'advance':
        // Steps requested while others are under way are added to them.
        this.#begin(null, 'to' in command ? command.to : (this.#target ?? this.#run.step) + command.by);
        return;
      case 'pause':
        if (this.#status === 'running') this.#stop('paused');
        return;
      case 'setPace':
        this.#pace = command.pace;
        this.#granted = 0;
        return;
      case 'change':
        this.#run.record(command.change);
        this.seeker.forgetAfter(this.#run.step);
        this.#revision++;
        if (this.#status === 'diverged') this.#stop('paused');
    }
  }

  /** Grants the steps of one displayed frame to a paced run. Steps that did not fit into the last frame are dropped, not carried over. */
  grant(steps: number): void {
    this.#granted = steps;
  }

  /** Frames of those views that have changed since they were seen. */
  frames(views: readonly WatchedView[]): FrameAnswer[] {
    const due = views.filter((watched) => watched.seen !== this.#revision);
    if (due.length === 0) return [];
    this.#excursion.goHome();
    return this.#framesHere(due);
  }

  /** Frames of the state that the trainer holds. */
  #framesHere(views: readonly Pick<WatchedView, 'key' | 'view'>[]): FrameAnswer[] {
    if (views.length === 0) return [];
    const context = this.#context();
    return views.map(({ key, view }) => this.#frame(key, view, context));
  }

  get journal(): readonly JournalEntry[] {
    return this.#run.journal;
  }

  report(): Report {
    const { step, epoch } = this.#excursion.place;
    const { latestCost, latestValidation, hyperparameters, trainer } = this.#run;
    return {
      status: this.#status,
      step,
      epoch,
      cost: latestCost,
      validation: latestValidation,
      hyperparameters,
      arithmetic: trainer.arithmetic,
      error: this.#error,
      revision: this.#revision,
      framesComputed: this.#framesComputed,
    };
  }

  saveState(): RunState {
    this.#excursion.goHome();
    return this.#run.saveState();
  }

  dispose(): void {
    this.#run.dispose();
  }

  #begin(until: Parameters<Run['stopAt']>[0], target: number | null, orOn = false): void {
    this.#run.stopAt(until);
    if (orOn && this.#run.status === 'finished') this.#run.stopAt(null);
    this.#granted = 0;
    this.#target = target;
    this.#status = 'running';
    if (this.#run.status !== 'ready') this.#stop(this.#run.status);
    else if (target !== null && this.#run.step >= target) this.#stop('paused');
    else this.#error = null;
  }

  #stop(status: TrainingStatus): void {
    this.#status = status;
    this.#clock.pause();
    this.#target = null;
    this.#granted = 0;
    if (status === 'diverged') this.#error = divergence(this.#run.step);
    else if (status !== 'failed') this.#error = null;
  }

  #stepsWanted(): number {
    if (this.#target !== null) return this.#target - this.#excursion.place.step;
    return this.#pace === 'fastest' ? Number.MAX_SAFE_INTEGER : this.#granted;
  }

  #frame(key: string, view: View, context: ViewContext): FrameAnswer {
    const revision = this.#revision;
    try {
      const frame = computeFrame(view, context);
      this.#framesComputed++;
      return { key, revision, frame };
    } catch (error) {
      return { key, revision, error: errorToData(error) };
    }
  }

  #context(): ViewContext {
    const { configuration, training, validation, probes } = this.#plan;
    const { runId, step, trainer } = this.#run;
    const run = this.#run;
    const into = this.#parameters;
    const clock = this.#clock;
    const perEpoch = stepsPerEpoch(training.rows, configuration.batchSize);
    // Read only if a view needs them, as are scalars.
    let current: Float32Array | null = null;
    return {
      network: configuration.network,
      get parameters() {
        return (current ??= trainer.readParameters(into));
      },
      copyParameters: (layers) => (layers === 'all' ? trainer.readParameters() : trainer.readLayers(layers)),
      runId,
      step,
      cost: configuration.cost,
      training,
      validation,
      probes,
      forward: (inputs, rows) => trainer.forward(inputs, rows),
      latestBatch: () => trainer.latestBatch(),
      scalars: (needed) => recordedOf(run, needed, perEpoch, clock),
    };
  }
}

function trainerMaker(arithmetic: 'auto' | ArithmeticKind): CreateTrainer {
  if (arithmetic === 'kernels') return createKernelTrainer;
  return arithmetic === 'auto' && kernelsAvailable() ? createKernelOrCoreTrainer : createCoreTrainer;
}

/** Kernels, or core arithmetic if they get no memory: it does not need one large block. */
const createKernelOrCoreTrainer: CreateTrainer = (configuration, training, validation) => {
  try {
    return createKernelTrainer(configuration, training, validation);
  } catch (error) {
    if (!(error instanceof NeuroglowError && error.code === 'too-large')) throw error;
    return createCoreTrainer(configuration, training, validation);
  }
};
