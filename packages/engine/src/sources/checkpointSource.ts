import { networkOf } from '../core/createNetwork.js';
import { forward } from '../core/forward.js';
import { copyLayers } from '../core/layerParameters.js';
import type { NetworkDescription } from '../core/network.js';
import type { Optimizer } from '../core/configuration.js';
import type { JournalEntry } from '../run/journal.js';
import { errorToData } from '../source/errorData.js';
import type { FrameAnswer, WatchedView } from '../source/frameAnswer.js';
import { frameLoopOf } from '../source/frameLoop.js';
import { SourceBase } from '../source/sourceBase.js';
import type { Timeline, TimelineSnapshot } from '../source/timeline.js';
import type { RunCollection, Snapshot, TrainingSource } from '../source/trainingSource.js';
import { viewCapabilities, type ViewCapabilities } from '../views/capabilities.js';
import { computeFrame } from '../views/computeFrame.js';
import type { ViewContext } from '../views/context.js';
import type { Frame, View } from '../views/view.js';

/** The parameters of a run at one of its steps. */
export interface Checkpoint {
  readonly step: number;
  /** Flat, see `parameterLayout`. */
  readonly parameters: Float32Array;
}

export interface CheckpointSourceOptions {
  readonly network: NetworkDescription;
  /** Ascending by step, at least one; the last is the live step. Kept, not copied. */
  readonly checkpoints: readonly Checkpoint[];
  /** Of the live step. */
  readonly snapshot: Snapshot;
  readonly setting: Pick<ViewContext, 'cost' | 'training' | 'validation' | 'probes'>;
  readonly scalars: ViewContext['scalars'];
  readonly journal: readonly JournalEntry[];
  readonly optimizer: Optimizer['kind'];
  readonly runs?: RunCollection;
}

/** A run of which some steps are kept, and nothing between them. Frames are computed on the calling thread. */
export function createCheckpointSource(options: CheckpointSourceOptions): TrainingSource {
  return new CheckpointSource(options);
}

class CheckpointSource extends SourceBase<Snapshot> {
  override readonly network: NetworkDescription;
  override readonly timeline: Timeline;
  readonly data: NonNullable<TrainingSource['data']>;
  readonly journal: readonly JournalEntry[];
  readonly optimizer: Optimizer['kind'];
  declare readonly runs?: RunCollection;
  protected override readonly capabilities: ViewCapabilities;
  readonly #options: CheckpointSourceOptions;

  constructor(options: CheckpointSourceOptions) {
    super(options.snapshot, frameLoopOf(globalThis));
    const { network, setting, scalars, checkpoints, journal, optimizer, runs } = options;
    this.#options = options;
    this.network = network;
    this.journal = journal;
    this.optimizer = optimizer;
    if (runs !== undefined) this.runs = runs;
    this.timeline = fixedTimeline(checkpoints);
    this.capabilities = viewCapabilities({ network, ...setting, batches: false, scalars: scalars !== null });
    this.data = {
      training: setting.training?.rows ?? 0,
      validation: setting.validation?.rows ?? 0,
      probes: setting.probes.length,
    };
  }

  protected override displayFrame(): void {
    this.watched.take(this.#answer(this.watched.due(0, false)));
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return Promise.resolve(this.#answer(views.map((view) => ({ key: '', view }))));
  }

  protected override readKept(views: readonly View[], step: number): Promise<readonly Frame[]> | null {
    const checkpoint = this.#options.checkpoints.find((kept) => kept.step === step);
    if (checkpoint === undefined) return null;
    // Computed in a microtask, as other sources do, so that an error arrives as a rejection.
    return Promise.resolve().then(() => {
      const context = this.#context(checkpoint);
      return views.map((view) => computeFrame(view, context));
    });
  }

  #answer(views: readonly Pick<WatchedView, 'key' | 'view'>[]): readonly FrameAnswer[] {
    const context = this.#context(this.#options.checkpoints.at(-1)!);
    return views.map(({ key, view }) => {
      try {
        return { key, revision: 0, frame: computeFrame(view, context) };
      } catch (error) {
        return { key, revision: 0, error: errorToData(error) };
      }
    });
  }

  #context({ parameters, step }: Checkpoint): ViewContext {
    const { setting, scalars, snapshot } = this.#options;
    const network = networkOf(this.network, parameters);
    return {
      ...setting,
      ...{ network: this.network, parameters, runId: snapshot.runId, step },
      scalars,
      forward: (inputs, rows) => forward(network, inputs, rows),
      copyParameters: (layers) =>
        layers === 'all' ? parameters.slice() : copyLayers(parameters, this.network, layers),
      latestBatch: () => null,
    };
  }
}

/** A timeline that does not change. */
function fixedTimeline(checkpoints: readonly Checkpoint[]): Timeline {
  const kept = checkpoints.map(({ step }) => step);
  const snapshot: TimelineSnapshot = {
    first: kept[0]!,
    last: kept.at(-1)!,
    kept,
    keyframes: kept.length,
    bytes: checkpoints.reduce((sum, { parameters }) => sum + parameters.byteLength, 0),
    seeks: [],
  };
  return { getSnapshot: () => snapshot, subscribe: () => () => undefined };
}
