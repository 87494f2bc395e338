import { NeuroglowError } from '../core/error.js';
import type { NetworkDescription } from '../core/network.js';
import type { ViewCapabilities } from '../views/capabilities.js';
import { isSeriesView, supportsView } from '../views/support.js';
import type { Frame, FrameOf, FramesOf, View } from '../views/view.js';
import { callListener, callListenerSoon } from './callListener.js';
import { errorFromData, errorToData } from './errorData.js';
import type { FrameAnswer } from './frameAnswer.js';
import type { FrameLoop } from './frameLoop.js';
import { SnapshotStore } from './snapshotStore.js';
import { stepNotKept } from './stepNotKept.js';
import type { Timeline } from './timeline.js';
import type {
  ReadOptions,
  Snapshot,
  TrainingSource,
  Unsubscribe,
  UnsupportedReason,
  WatchAllOptions,
  WatchOptions,
} from './trainingSource.js';
import { viewRefusal } from './viewRefusal.js';
import { WatchList, type Watcher } from './watchList.js';
import { checkReadOptions, checkViews, checkWatchAllOptions, checkWatchOptions } from './watchOptions.js';

/**
 * The base of every source: snapshot, watchers, refusals, and a place in the loop of displayed frames. A subclass adds its capabilities and
 * how frames are read. A new source holds no timer and no listener.
 */
export abstract class SourceBase<S extends Snapshot> implements TrainingSource {
  protected readonly snapshots: SnapshotStore<S>;
  protected readonly watched: WatchList;
  readonly #frames: FrameLoop;
  readonly #first: S;

  abstract readonly network: NetworkDescription | null;
  declare readonly timeline?: Timeline;
  /** What the source can offer to views; replaced together with the network or the snapshot. */
  protected abstract readonly capabilities: ViewCapabilities;

  constructor(first: S, frames: FrameLoop) {
    this.#first = first;
    this.#frames = frames;
    this.snapshots = new SnapshotStore(first, () => this.wake());
    this.watched = new WatchList(() => this.wake());
  }

  /** Frames of supported views, all at the source's current step, in the order of the views. */
  protected abstract readNow(views: readonly View[]): Promise<readonly FrameAnswer[]>;

  /** Called for a displayed frame after `wake`: requests the views that are due and passes the answers to `watched`. */
  protected abstract displayFrame(): void;

  /**
   * Frames of a step that is given by number; null if the source does not keep it. It need not answer for the current step.
   * @param signal is aborted when the frames are not needed any more
   */
  protected readKept(_views: readonly View[], _step: number, _signal: AbortSignal): Promise<readonly Frame[]> | null {
    return null;
  }

  /** Why the source refuses everything, for example because it was disposed of; null if it does not. */
  protected refuseAll(): NeuroglowError | null {
    return null;
  }

  /** Called when a watcher joins, and when the last one has left. */
  protected onWatched(_isWatched: boolean): void {
    // A source that computes when asked has nothing to prepare.
  }

  readonly getSnapshot = (): S => this.snapshots.current;
  readonly getServerSnapshot = (): S => this.#first;
  readonly subscribe = (listener: () => void): Unsubscribe => this.snapshots.subscribe(listener);

  supports(view: View): true | UnsupportedReason {
    return supportsView(view, this.capabilities);
  }

  watch<V extends View>(view: V, options: WatchOptions<V>): Unsubscribe {
    const { at, onFrame, onError } = checkWatchOptions(options);
    return this.#watchTogether([view], { at, onFrames: ([frame]) => onFrame(frame as FrameOf<V>), onError });
  }

  watchAll<const V extends readonly View[]>(views: V, options: WatchAllOptions<V>): Unsubscribe {
    checkViews(views);
    const { at, onFrames, onError } = checkWatchAllOptions(options);
    return this.#watchTogether(views, { at, onFrames: (frames) => onFrames(frames as FramesOf<V>), onError });
  }

  async read<V extends View>(view: V, options: ReadOptions<V> = {}): Promise<FrameOf<V>> {
    const [frame] = await this.#readTogether([view], checkReadOptions(options));
    return frame as FrameOf<V>;
  }

  async readAll<const V extends readonly View[]>(views: V, options: ReadOptions<V[number]> = {}): Promise<FramesOf<V>> {
    checkViews(views);
    return (await this.#readTogether(views, checkReadOptions(options))) as FramesOf<V>;
  }

  /** Requests a call of `displayFrame` with the next displayed frame. */
  protected wake(): void {
    if (this.refuseAll() === null) this.#frames.join(this.#turn);
  }

  /** Why a view is refused; null if it is supported. */
  protected refuseView(view: View): NeuroglowError | null {
    return this.refuseAll() ?? viewRefusal(view, this.capabilities);
  }

  /** Removes all watchers and listeners. */
  protected leaveEverything(): void {
    this.#frames.leave(this.#turn);
    this.watched.clear();
    this.snapshots.clear();
  }

  readonly #turn = (): boolean => {
    this.snapshots.announce();
    this.displayFrame();
    return false;
  };

  #watchTogether(views: readonly View[], watcher: Watcher): Unsubscribe {
    const { at } = watcher;
    const refusal = this.#refuseViews(views, at);
    if (refusal !== null) return callListenerSoon(() => watcher.onError(refusal));
    const leaving = new AbortController();
    const elsewhere = this.#framesElsewhere(views, at, leaving.signal);
    if (elsewhere !== null) return deliverWhenSettled(elsewhere, watcher, leaving);
    const leave = this.watched.add(views, watcher);
    this.onWatched(true);
    return () => {
      leave();
      if (this.watched.isEmpty) this.onWatched(false);
    };
  }

  async #readTogether(views: readonly View[], at: 'live' | number): Promise<readonly Frame[]> {
    const refusal = this.#refuseViews(views, at);
    if (refusal !== null) throw refusal;
    const elsewhere = this.#framesElsewhere(views, at, new AbortController().signal);
    const frames = elsewhere === null ? (await this.readNow(views)).map(frameOf) : await elsewhere;
    const { step } = frames[0]!;
    if (at !== 'live' && step !== at) throw this.#notKept(at, step);
    return frames;
  }

  #refuseViews(views: readonly View[], at: 'live' | number): NeuroglowError | null {
    for (const view of views) {
      const refusal = this.refuseView(view) ?? refuseStepOfSeries(view, at);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  /** Frames of a step given by number; null for the live one, and for the current one if that is the only way to it. */
  #framesElsewhere(views: readonly View[], at: 'live' | number, signal: AbortSignal): Promise<readonly Frame[]> | null {
    if (at === 'live') return null;
    const { step } = this.snapshots.current;
    const kept = this.readKept(views, at, signal);
    return kept ?? (at === step ? null : Promise.reject(this.#notKept(at, step)));
  }

  #notKept(asked: number, current: number): NeuroglowError {
    return stepNotKept(asked, current, this.timeline?.getSnapshot());
  }
}

/** Passes frames on when they arrive, unless the watcher has left by then. */
function deliverWhenSettled(
  frames: Promise<readonly Frame[]>,
  watcher: Omit<Watcher, 'at'>,
  leaving: AbortController,
): Unsubscribe {
  const unlessLeft =
    <T>(callback: (value: T) => void) =>
    (value: T): void => {
      if (!leaving.signal.aborted) callListener(() => callback(value));
    };
  frames.then(
    unlessLeft(watcher.onFrames),
    unlessLeft((error: unknown) => watcher.onError(errorFromData(errorToData(error)))),
  );
  return () => leaving.abort();
}

function frameOf(answer: FrameAnswer): Frame {
  if ('error' in answer) throw errorFromData(answer.error);
  return answer.frame;
}

function refuseStepOfSeries(view: View, at: 'live' | number): NeuroglowError | null {
  if (at === 'live' || !isSeriesView(view)) return null;
  return new NeuroglowError(
    'invalid-option',
    `at: expected 'live' for the view "${view.kind}", which is of many steps, got ${at}; say with its \`range\` which steps to show.`,
  );
}
