import type { ArithmeticKind, Hyperparameters, Optimizer } from '../core/configuration.js';
import type { NeuroglowError } from '../core/error.js';
import type { NetworkDescription } from '../core/network.js';
import type { Evaluation } from '../core/trainer.js';
import type { StopCondition } from '../run/boundaries.js';
import type { JournalEntry } from '../run/journal.js';
import type { FrameOf, FramesOf, StepOf, View } from '../views/view.js';
import type { Timeline } from './timeline.js';

export type Unsubscribe = () => void;
/** `unknown`: no news of the run yet; `lost`: the run cannot be reached, although it may still be going. */
export type TrainingStatus = 'unknown' | 'idle' | 'running' | 'paused' | 'finished' | 'diverged' | 'failed' | 'lost';
/**
 * How fast a run makes steps.
 * - 'fastest': as fast as the machine can, whether or not anything is displayed.
 * - 'visible': ⌈(step + 1) / 120⌉ steps per displayed frame. Slow at first, then faster and faster.
 * - a number: that many steps per displayed frame.
 *
 * At 'visible' and at a number, training waits while the page is hidden.
 */
export type Pace = 'fastest' | 'visible' | number;

/**
 * Small and immutable; replaced at most once per displayed frame, and only when something has changed. A field is absent if the source
 * does not have it, and null if there is no value yet.
 */
export interface Snapshot {
  readonly runId: string;
  readonly status: TrainingStatus;
  readonly step: number;
  readonly epoch?: number;
  /** Batch cost of the latest step; null before the first. */
  readonly cost?: number | null;
  /** The latest evaluation over the held-out set. */
  readonly validation?: (Evaluation & { readonly step: number }) | null;
  readonly seed?: number;
  readonly hyperparameters?: Hyperparameters;
  readonly pace?: Pace;
  /** The arithmetic of the run; null until it is known. */
  readonly arithmetic?: ArithmeticKind | null;
  /** Why the run failed or diverged. */
  readonly error: NeuroglowError | null;
  /** Something worth knowing that is not an error: a fallback, a resumed worker. */
  readonly notice: string | null;
  /** The run whose past this one shares, and up to which step; null for a run of its own. */
  readonly branchedFrom?: { readonly runId: string; readonly step: number } | null;
}

/** Why a view is not available, in a sentence to show to people. */
export interface UnsupportedReason {
  readonly reason: string;
}

export interface WatchOptions<V extends View> extends ReadOptions<V> {
  readonly onFrame: (frame: FrameOf<V>) => void;
  readonly onError?: (error: NeuroglowError) => void;
}

export interface WatchAllOptions<V extends readonly View[]> extends ReadOptions<V[number]> {
  /** Frames of one step of one run, in the order of the views. */
  readonly onFrames: (frames: FramesOf<V>) => void;
  readonly onError?: (error: NeuroglowError) => void;
}

export interface ReadOptions<V extends View = View> {
  /** Which step. A series view is always live; its `range` chooses the steps. Default 'live'. */
  readonly at?: StepOf<V>;
}

/** One weight or bias, by name; `input` is the neuron in the layer before. */
export type ParameterReference =
  | { readonly kind: 'weight'; readonly layer: number; readonly input: number; readonly neuron: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly neuron: number };

/** Commands of a source that can be steered. Each resolves once it has taken effect. */
export interface SourceControls<S extends Snapshot = Snapshot> {
  /**
   * Trains until a stop condition is met. Without an argument the source's own condition applies; a run that meets it already, as after it
   * has stopped there, goes on without a stop. A condition that is passed always applies: a run that meets it finishes at once.
   */
  start(until?: StopCondition): Promise<S>;
  pause(): Promise<S>;
  /** Default 1. From idle, paused or finished; leaves the run paused. */
  step(count?: number): Promise<S>;
  /** A new run from step 0; with a seed: weights are redrawn (if the network has an initializer) and shuffles reseeded. */
  reset(options?: { readonly seed?: number }): Promise<S>;
  setHyperparameters(change: Partial<Hyperparameters>): Promise<S>;
  setPace(pace: Pace): Promise<S>;
  setParameter(parameter: ParameterReference, value: number): Promise<S>;
  /** A new run in which a hidden layer has that many neurons; keeps as many weights as possible. `network` changes. */
  resizeLayer(layer: number, neurons: number): Promise<S>;
}

/** A run in a list: its name and its last known snapshot. */
export interface RunSummary {
  /** Unique in its collection. */
  readonly id: string;
  readonly network: NetworkDescription | null;
  readonly snapshot: Snapshot;
}

/** Runs besides the one that a source shows: earlier runs of a session, or other runs on the same server. */
export interface RunCollection {
  /** In the order in which they began; replaced when it changes. */
  getSnapshot(): readonly RunSummary[];
  subscribe(listener: () => void): Unsubscribe;
  /**
   * Opens a run as a source; the same source each time. It uses no resources until it is watched.
   * @throws `invalid-option` for an id that is not in the list
   */
  open(id: string): Promise<TrainingSource>;
}

/** Anything you can look at: a training session, a recording, a remote run. */
export interface TrainingSource {
  /** null while it is unknown, and for a source that has only curves. */
  readonly network: NetworkDescription | null;
  getSnapshot(): Snapshot;
  /** The configuration's step 0, always the same object. */
  getServerSnapshot(): Snapshot;
  /** Calls back whenever the snapshot, or `network`, was replaced. */
  subscribe(listener: () => void): Unsubscribe;
  /** May change only when the snapshot or the network is replaced. */
  supports(view: View): true | UnsupportedReason;
  /** Frames arrive at most once per displayed frame. The first one arrives soon, even if nothing trains. */
  watch<V extends View>(view: V, options: WatchOptions<V>): Unsubscribe;
  /** Several views of the same step of the same run, even while training continues, so that a picture never mixes steps. */
  watchAll<const V extends readonly View[]>(views: V, options: WatchAllOptions<V>): Unsubscribe;
  /** One frame. */
  read<V extends View>(view: V, options?: ReadOptions<V>): Promise<FrameOf<V>>;
  /** One frame per view, all of the same step of the same run. */
  readAll<const V extends readonly View[]>(views: V, options?: ReadOptions<V[number]>): Promise<FramesOf<V>>;
  /** Numbers of samples that pictures can offer. */
  readonly data?: { readonly training: number; readonly validation: number; readonly probes: number };
  /** Which steps can be shown; absent if only the current one can. The same object for as long as the source lives. */
  readonly timeline?: Timeline;
  /** Changes by hand in the current run, ascending by step. */
  readonly journal?: readonly JournalEntry[];
  /** Other runs of the same session or server. */
  readonly runs?: RunCollection;
  /** The commands that the source has. */
  readonly controls?: Partial<SourceControls>;
  /** The optimizer of its run; absent if unknown. */
  readonly optimizer?: Optimizer['kind'];
}
