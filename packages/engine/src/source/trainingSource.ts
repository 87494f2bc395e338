import type { ArithmeticKind, Hyperparameters, Optimizer } from '../core/configuration.js';
import type { NeuroglowError } from '../core/error.js';
import type { NetworkDescription } from '../core/network.js';
import type { Evaluation } from '../core/trainer.js';
import type { StopCondition } from '../run/boundaries.js';
import type { FrameOf, FramesOf, StepOf, View } from '../views/view.js';

export type Unsubscribe = () => void;
/** `unknown`: nothing has been heard of the run yet; `lost`: it is out of reach, and may go on where it is. */
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
 * Small and immutable; replaced at most once a displayed frame, and only when something changed. A field that is absent is something that
 * the source does not have; null: it has it, but there is none yet.
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
  /** Which arithmetic makes the run; null until it is known. */
  readonly arithmetic?: ArithmeticKind | null;
  /** Why the run failed or diverged. */
  readonly error: NeuroglowError | null;
  /** Something the reader should know though nothing failed: a fallback, a resumed worker. */
  readonly notice: string | null;
}

/** Why a view cannot be had, in a sentence that can be shown. */
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
  /** Which step. A series view is always live: it says with `range` which steps it is of. Default 'live'. */
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
  /** A new run from step 0; with a seed: weights drawn anew (where the network has an initializer) and shuffles reseeded. */
  reset(options?: { readonly seed?: number }): Promise<S>;
  setHyperparameters(change: Partial<Hyperparameters>): Promise<S>;
  setPace(pace: Pace): Promise<S>;
  setParameter(parameter: ParameterReference, value: number): Promise<S>;
  /** A new run whose hidden layer has that many neurons; keeps the weights it can. Watchers see `network` change. */
  resizeLayer(layer: number, neurons: number): Promise<S>;
}

/** A run in a list: what it is called, and how it stood when last heard of. */
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
   * A run as a source of its own; the same source each time. It holds nothing while nobody watches it.
   * @throws `invalid-option` for an id that is not in the list
   */
  open(id: string): Promise<TrainingSource>;
}

/** Anything that can be looked at: a training session, a recording, a remote run. */
export interface TrainingSource {
  /** null while it is not known, or where a source has none: curves alone. */
  readonly network: NetworkDescription | null;
  getSnapshot(): Snapshot;
  /** The configuration's step 0, always the same object. */
  getServerSnapshot(): Snapshot;
  /** Calls back whenever the snapshot, or `network`, was replaced. */
  subscribe(listener: () => void): Unsubscribe;
  /** May change only when the snapshot or the network is replaced. */
  supports(view: View): true | UnsupportedReason;
  /** Frames arrive at most once a displayed frame, the first one soon also while nothing trains. */
  watch<V extends View>(view: V, options: WatchOptions<V>): Unsubscribe;
  /** Several views of one and the same step of one run, whatever trains meanwhile: what is shown never mixes steps. */
  watchAll<const V extends readonly View[]>(views: V, options: WatchAllOptions<V>): Unsubscribe;
  /** One frame. */
  read<V extends View>(view: V, options?: ReadOptions<V>): Promise<FrameOf<V>>;
  /** A frame of each view, all of one and the same step of one run. */
  readAll<const V extends readonly View[]>(views: V, options?: ReadOptions<V[number]>): Promise<FramesOf<V>>;
  /** Samples that pictures can offer; null where the source has none. */
  readonly data?: { readonly training: number; readonly validation: number; readonly probes: number };
  /** Other runs of the same session or server. */
  readonly runs?: RunCollection;
  /** Its commands, as far as it has them. */
  readonly controls?: Partial<SourceControls>;
  /** How its steps follow their gradients; absent where it is not known. */
  readonly optimizer?: Optimizer['kind'];
}
