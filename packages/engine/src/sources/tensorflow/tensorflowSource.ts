import { checkInteger, checkNumber, checkObject, checkOptions } from '../../core/check.js';
import { checkCost } from '../../core/checkCost.js';
import type { Cost } from '../../core/configuration.js';
import type { DatasetOptions } from '../../core/dataset.js';
import { NeuroglowError } from '../../core/error.js';
import type { NetworkDescription } from '../../core/network.js';
import { validateDataset } from '../../core/validateDataset.js';
import type { FrameAnswer, WatchedView } from '../../source/frameAnswer.js';
import { frameLoopOf } from '../../source/frameLoop.js';
import { checkProbes } from '../../source/probes.js';
import { SourceBase } from '../../source/sourceBase.js';
import type { Snapshot, SourceControls, TrainingSource } from '../../source/trainingSource.js';
import { viewCapabilities, type ViewCapabilities } from '../../views/capabilities.js';
import type { ViewContext } from '../../views/context.js';
import type { View } from '../../views/view.js';
import { answerFromModel, type ForeignModel } from '../modelFrames.js';
import { describeModel, type ModelNames } from './describeModel.js';
import { LogSeries } from './logSeries.js';
import { readableModel } from './readableModel.js';
import type { TensorflowCallbacks, TensorflowLibrary, TensorflowLogs, TensorflowModel } from './tensorflowModel.js';

export interface TensorflowSourceOptions extends ModelNames {
  /** A model of layers, from `tf.sequential` or `tf.model`. */
  readonly model: TensorflowModel;
  /** TensorFlow.js. With it, models of other than dense layers have activations too. */
  readonly tf?: TensorflowLibrary | undefined;
  /** Rows that pictures can offer: those that the model learns from. Copied. */
  readonly dataset?: DatasetOptions | undefined;
  readonly validation?: DatasetOptions | undefined;
  /** Inputs pinned for watching. Copied. */
  readonly probes?: readonly ArrayLike<number>[] | undefined;
  /** @default what the model was compiled with, where this library has it */
  readonly cost?: Cost | undefined;
}

/** A model of TensorFlow.js as a source. */
export interface TensorflowSource extends TrainingSource {
  readonly network: NetworkDescription;
  readonly data: NonNullable<TrainingSource['data']>;
  /** Pass them to `fit`: `await model.fit(x, y, { callbacks: source.callbacks })`. */
  readonly callbacks: TensorflowCallbacks;
  /** The commands that TensorFlow.js can be given: pause at the next batch, and go on. Both need `fit` to run with the callbacks. */
  readonly controls: Pick<SourceControls<Snapshot>, 'start' | 'pause'>;
  /** Ends `model.fit` after the present batch, also while it is paused. */
  stop(): void;
  /**
   * Says that a training loop of your own has changed the weights.
   * @param progress the steps made so far and the cost of the latest. Default: one step more
   * @throws `invalid-option`
   */
  refresh(progress?: { readonly step?: number | undefined; readonly cost?: number | undefined }): void;
}

/**
 * Shows a model of TensorFlow.js, also while `model.fit` trains it. Weights are read only while something on screen needs them, and only
 * those of the layers that it needs. Dense layers in a chain can be looked at with every view but those of the latest batch, whose rows
 * TensorFlow.js does not tell. Of other models the layers, their shapes and kernels and the recorded costs are shown, and with `tf` their
 * activations.
 * @throws `invalid-network`, `invalid-dataset`, `invalid-input`, `invalid-cost` or `invalid-option`
 * @example
 * const source = createTensorflowSource({ tf, model, dataset })
 * await model.fit(x, y, { epochs: 20, callbacks: source.callbacks })
 */
export function createTensorflowSource(options: TensorflowSourceOptions): TensorflowSource {
  return new ModelSource(options);
}

const optionNames = ['tf', 'model', 'dataset', 'validation', 'probes', 'cost', 'classNames', 'inputShape'];

const firstSnapshot: Snapshot = {
  runId: 'tensorflow',
  status: 'unknown',
  step: 0,
  epoch: 0,
  cost: null,
  error: null,
  notice: null,
};

class ModelSource extends SourceBase<Snapshot> implements TensorflowSource {
  override readonly network: NetworkDescription;
  readonly data: TensorflowSource['data'];
  readonly callbacks: TensorflowCallbacks;
  readonly controls: TensorflowSource['controls'];
  protected override readonly capabilities: ViewCapabilities;
  readonly #model: ForeignModel;
  readonly #setting: Pick<ViewContext, 'cost' | 'training' | 'validation' | 'probes'>;
  readonly #stopFit: () => void;
  readonly #series = new LogSeries();
  #revision = 0;
  /** Frames on their way: one reading at a time, and `fit` waits for it. */
  #reading: Promise<void> | null = null;
  /** Resolves when a paused run goes on. */
  #resume: (() => void) | null = null;
  #paused: Promise<void> | null = null;

  constructor(options: TensorflowSourceOptions) {
    super(firstSnapshot, frameLoopOf(globalThis));
    checkObject(options, 'source options');
    checkOptions(options, 'source options', optionNames);
    const { model, dataset, validation, probes = [], classNames, inputShape } = options;
    const described = describeModel(model, { classNames, inputShape });
    this.#stopFit = () => {
      model.stopTraining = true;
    };
    this.#model = readableModel(options.tf, model, described);
    const { network, isDense } = described;
    this.network = network;
    const cost = options.cost ?? costOf(model.loss);
    if (cost !== null && isDense) checkCost(cost, network);
    this.#setting = {
      cost: isDense ? cost : null,
      training: dataset === undefined ? null : validateDataset(dataset, network, cost),
      validation: validation === undefined ? null : validateDataset(validation, network, cost, 'validation'),
      probes: checkProbes(probes, network),
    };
    const { given } = this.#model;
    this.capabilities = viewCapabilities({ network, ...this.#setting, batches: false, scalars: true, given });
    const { training, validation: heldOut, probes: pinned } = this.#setting;
    this.data = { training: training?.rows ?? 0, validation: heldOut?.rows ?? 0, probes: pinned.length };
    // Functions of their own, as TensorFlow.js calls them without `this`.
    this.callbacks = {
      onTrainBegin: () => this.#became('running'),
      onTrainEnd: () => this.#became('finished'),
      onBatchEnd: (_batch, logs) => this.#batchEnded(logs),
      onEpochEnd: (epoch, logs) => {
        this.#epochEnded(epoch, logs);
        return Promise.resolve();
      },
    };
    this.controls = {
      pause: async () => Promise.resolve(this.#pause()),
      start: async () => Promise.resolve(this.#goOn()),
    };
  }

  stop(): void {
    this.#stopFit();
    if (this.#resume !== null) this.#goOn();
  }

  refresh(progress: { readonly step?: number | undefined; readonly cost?: number | undefined } = {}): void {
    checkOptions(progress, 'progress', ['step', 'cost']);
    const { step = this.snapshots.current.step + 1, cost } = progress;
    checkInteger(step, 'step', 0, Number.MAX_SAFE_INTEGER);
    if (cost !== undefined) checkNumber(cost, 'cost', 'a number', () => true);
    this.#made(step, cost);
  }

  protected override displayFrame(): void {
    if (this.#reading !== null) return;
    const due = this.watched.due(this.#revision, this.snapshots.current.status === 'running');
    if (due.length === 0) return;
    this.#reading = this.#answer(due).then((answers) => {
      this.#reading = null;
      this.watched.take(answers);
      this.wake();
    });
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#answer(views.map((view) => ({ key: '', view })));
  }

  #became(status: 'running' | 'finished'): Promise<void> {
    this.snapshots.change({ status });
    return Promise.resolve();
  }

  async #batchEnded(logs: TensorflowLogs | undefined): Promise<void> {
    const { loss, batch: _batch, size: _size, ...metrics } = logs ?? {};
    this.#made(this.snapshots.current.step + 1, loss, metrics);
    // Frames of this step are read before the next batch changes the weights, and a slow page slows training instead of queueing up.
    if (this.#reading !== null) await this.#reading;
    if (this.#paused !== null) await this.#paused;
  }

  #epochEnded(epoch: number, logs: TensorflowLogs | undefined): void {
    const { step } = this.snapshots.current;
    for (const [name, value] of Object.entries(logs ?? {})) {
      if (typeof value !== 'number' || !name.startsWith('val_')) continue;
      const isCost = name === 'val_loss';
      this.#series.add(
        isCost ? 'validation cost' : `validation ${name.slice(4)}`,
        isCost ? 'validation' : 'metric',
        step,
        value,
      );
    }
    const cost = logs?.['val_loss'];
    const accuracy = logs?.['val_acc'] ?? logs?.['val_accuracy'];
    this.snapshots.change({
      epoch: epoch + 1,
      ...(typeof cost === 'number' && {
        validation: { step, cost, accuracy: typeof accuracy === 'number' ? accuracy : null },
      }),
    });
  }

  #made(step: number, cost: unknown, metrics: TensorflowLogs = {}): void {
    this.#revision++;
    const known = typeof cost === 'number' ? cost : null;
    if (known !== null) this.#series.add('cost', 'training', step, known);
    for (const [name, value] of Object.entries(metrics)) {
      if (typeof value === 'number') this.#series.add(name, 'metric', step, value);
    }
    this.snapshots.change({ step, ...(known !== null && { cost: known }) });
    this.wake();
  }

  #pause(): Snapshot {
    if (this.snapshots.current.status !== 'running') return this.snapshots.current;
    this.#paused = new Promise((resolve) => {
      this.#resume = resolve;
    });
    this.snapshots.change({ status: 'paused' });
    return this.snapshots.current;
  }

  #goOn(): Snapshot {
    if (this.#resume === null) {
      throw new NeuroglowError(
        'unsupported',
        'expected a paused model.fit, got none under way; call model.fit with source.callbacks to train.',
      );
    }
    this.#resume();
    this.#resume = null;
    this.#paused = null;
    this.snapshots.change({ status: 'running' });
    return this.snapshots.current;
  }

  /** Computes frames from weights that are all read in this turn, so they are of one step. */
  #answer(views: readonly Pick<WatchedView, 'key' | 'view'>[]): Promise<readonly FrameAnswer[]> {
    const { step, runId } = this.snapshots.current;
    const setting: Parameters<typeof answerFromModel>[2] = {
      ...this.#setting,
      ...{ network: this.network, runId, step },
      scalars: ({ names }) => this.#series.read(names),
    };
    return answerFromModel(views, this.#model, setting, this.capabilities, this.#revision);
  }
}

/** The cost that a model was compiled with; null where it is not one of this library's. */
function costOf(loss: unknown): Cost | null {
  const name = typeof loss === 'string' ? loss : '';
  const known: Readonly<Record<string, Cost>> = {
    meanSquaredError: 'meanSquaredError',
    binaryCrossentropy: 'binaryCrossEntropy',
    categoricalCrossentropy: 'categoricalCrossEntropy',
  };
  return Object.hasOwn(known, name) ? known[name]! : null;
}
