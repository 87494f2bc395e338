import { checkFinite, checkInteger, checkOptions, isNumberList } from '../core/check.js';
import { checkCost } from '../core/checkCost.js';
import type { Cost } from '../core/configuration.js';
import { networkOf } from '../core/createNetwork.js';
import { parameterLayout } from '../core/describe.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { forward } from '../core/forward.js';
import { copyLayers } from '../core/layerParameters.js';
import type { Network, NetworkDescription } from '../core/network.js';
import { show } from '../core/show.js';
import { validateDataset } from '../core/validateDataset.js';
import { checkDescription } from '../core/validateNetwork.js';
import { errorToData } from '../source/errorData.js';
import { checkProbes } from '../source/probes.js';
import type { FrameAnswer, WatchedView } from '../source/frameAnswer.js';
import { frameLoopOf } from '../source/frameLoop.js';
import { SourceBase } from '../source/sourceBase.js';
import type { Snapshot, TrainingSource } from '../source/trainingSource.js';
import { viewCapabilities, type ViewCapabilities } from '../views/capabilities.js';
import { computeFrame } from '../views/computeFrame.js';
import type { ViewContext } from '../views/context.js';
import type { View } from '../views/view.js';

export interface ValueSourceOptions {
  /** A network from `createNetwork`, or a description together with `parameters`. */
  readonly network: Network | NetworkDescription;
  /** Flat, W₁, b₁, W₂, b₂, …. Copied. Default: the network's own. */
  readonly parameters?: ArrayLike<number> | undefined;
  /** Rows that pictures can offer. Copied. */
  readonly dataset?: Dataset | undefined;
  readonly validation?: Dataset | undefined;
  /** Inputs pinned for watching. Copied. */
  readonly probes?: readonly ArrayLike<number>[] | undefined;
  /** The cost that training minimised; needed for views of gradients. */
  readonly cost?: Cost | undefined;
}

/** What changes besides the parameters; fields that are left out stay the same. */
export interface ValueSourceProgress {
  readonly step?: number | undefined;
  readonly epoch?: number | undefined;
  readonly cost?: number | undefined;
}

/** A source of plain values: a trained network without a run, or a run of your own engine. */
export interface ValueSource extends TrainingSource {
  readonly network: NetworkDescription;
  readonly data: { readonly training: number; readonly validation: number; readonly probes: number };
  /**
   * Replaces the parameters (flat, copied). Watchers get frames with the next displayed frame.
   * @throws `invalid-parameters`, `not-finite` or `invalid-option`.
   */
  update(parameters: ArrayLike<number>, progress?: ValueSourceProgress): void;
}

/**
 * Creates a source of plain values. Its frames are computed on the calling thread.
 * @throws `invalid-network`, `invalid-parameters`, `not-finite`, `invalid-dataset`, `invalid-input` or `invalid-cost`.
 * @example
 * const source = createValueSource({ network: createNetwork({ layers: [784, 16, 10], parameters }) })
 * source.update(newParameters, { step: 100, cost: 0.3 })
 */
export function createValueSource(options: ValueSourceOptions): ValueSource {
  return new PlainValueSource(options);
}

const optionNames = ['network', 'parameters', 'dataset', 'validation', 'probes', 'cost'];

const firstSnapshot: Snapshot = { runId: 'values', status: 'paused', step: 0, error: null, notice: null };

class PlainValueSource extends SourceBase<Snapshot> implements ValueSource {
  override readonly network: NetworkDescription;
  readonly data: ValueSource['data'];
  /** Everything that frames need except the parameters and their step. */
  readonly #setting: Pick<ViewContext, 'cost' | 'training' | 'validation' | 'probes'>;
  protected override readonly capabilities: ViewCapabilities;
  #parameters: Float32Array;
  #revision = 0;

  constructor(options: ValueSourceOptions) {
    super(firstSnapshot, frameLoopOf(globalThis));
    checkOptions(options, 'source options', optionNames);
    const network = checkDescription(options.network);
    const { dataset, validation, probes = [], cost = null } = options;
    if (cost !== null) checkCost(cost, network);
    this.network = network;
    this.#setting = {
      cost,
      training: dataset === undefined ? null : validateDataset(dataset, network, cost),
      validation: validation === undefined ? null : validateDataset(validation, network, cost, 'validation'),
      probes: checkProbes(probes, network),
    };
    this.capabilities = viewCapabilities({ network, ...this.#setting, batches: false, scalars: false });
    this.data = {
      training: this.#setting.training?.rows ?? 0,
      validation: this.#setting.validation?.rows ?? 0,
      probes: this.#setting.probes.length,
    };
    const own = 'parameters' in options.network ? options.network.parameters : undefined;
    this.#parameters = copyParameters(options.parameters ?? own, network);
  }

  update(parameters: ArrayLike<number>, progress: ValueSourceProgress = {}): void {
    checkOptions(progress, 'progress', ['step', 'epoch', 'cost']);
    const { step = this.snapshots.current.step, epoch, cost } = progress;
    checkInteger(step, 'step', 0, Number.MAX_SAFE_INTEGER);
    if (epoch !== undefined) checkInteger(epoch, 'epoch', 0, Number.MAX_SAFE_INTEGER);
    if (cost !== undefined) checkCostValue(cost);
    this.#parameters = copyParameters(parameters, this.network);
    this.#revision++;
    this.snapshots.change({ step, ...(epoch !== undefined && { epoch }), ...(cost !== undefined && { cost }) });
    this.wake();
  }

  protected override displayFrame(): void {
    this.watched.take(this.#answer(this.watched.due(this.#revision, false)));
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return Promise.resolve(this.#answer(views.map((view) => ({ key: '', view }))));
  }

  #answer(views: readonly Pick<WatchedView, 'key' | 'view'>[]): readonly FrameAnswer[] {
    const revision = this.#revision;
    const context = this.#context();
    return views.map(({ key, view }) => {
      try {
        return { key, revision, frame: computeFrame(view, context) };
      } catch (error) {
        return { key, revision, error: errorToData(error) };
      }
    });
  }

  #context(): ViewContext {
    const parameters = this.#parameters;
    const network = networkOf(this.network, parameters);
    const { runId, step } = this.snapshots.current;
    return {
      ...this.#setting,
      ...{ network: this.network, parameters, runId, step, scalars: null },
      forward: (inputs, rows) => forward(network, inputs, rows),
      copyParameters: (layers) =>
        layers === 'all' ? parameters.slice() : copyLayers(parameters, this.network, layers),
      latestBatch: () => null,
    };
  }
}

/** NaN and ±∞ are accepted: they show that a run has diverged. */
function checkCostValue(cost: unknown): asserts cost is number {
  if (typeof cost === 'number') return;
  throw new NeuroglowError('invalid-option', `cost: expected a number, got ${show(cost)}; pass one or leave it out.`);
}

function copyParameters(given: unknown, network: NetworkDescription): Float32Array {
  const { parameterCount } = parameterLayout(network);
  if (!isNumberList(given) || given.length !== parameterCount) {
    throw new NeuroglowError(
      'invalid-parameters',
      `parameters: expected ${parameterCount} numbers, got ${show(given)}; pass W₁, b₁, W₂, b₂, … of this network.`,
    );
  }
  const copy = Float32Array.from(given);
  checkFinite(copy, 'parameters (as float32)');
  return copy;
}
