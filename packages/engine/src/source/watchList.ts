import type { NeuroglowError } from '../core/error.js';
import type { Frame, View } from '../views/view.js';
import { viewKey } from '../views/viewKey.js';
import { errorFromData } from './errorData.js';
import type { FrameAnswer, WatchedView } from './frameAnswer.js';
import { stepNotKept } from './stepNotKept.js';
import type { Unsubscribe } from './trainingSource.js';
import { callListener } from './callListener.js';

/** A watcher of one or more views of the same step, live or a given one. */
export interface Watcher {
  readonly at: 'live' | number;
  /** In the order of the views. */
  readonly onFrames: (frames: readonly Frame[]) => void;
  readonly onError: (error: NeuroglowError) => void;
}

/** A watched view and its latest result. */
interface Entry {
  readonly key: string;
  readonly view: View;
  readonly watches: Set<Watch>;
  latest: Frame | null;
  /** The revision that `latest` shows, or `unseen`. */
  seen: number;
  /** Why it is refused; only another network could change that. */
  refusal: NeuroglowError | null;
}

/** A watcher and the views that it watches. */
interface Watch {
  readonly watcher: Watcher;
  readonly entries: readonly Entry[];
  /** The revision that was last delivered to it, or `unseen`. */
  shown: number;
}

const unseen = -1;

/**
 * The watched views of a source. Views of equal structure are requested once, and all their watchers get the same frame. A watcher of
 * several views gets frames only when all of them are of one revision, so that a picture never mixes steps.
 */
export class WatchList {
  readonly #entries = new Map<string, Entry>();
  readonly #wake: () => void;

  /** @param wake is called when a view may be due. */
  constructor(wake: () => void) {
    this.#wake = wake;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  add(views: readonly View[], watcher: Watcher): Unsubscribe {
    const watch: Watch = { watcher, entries: views.map((view) => this.#entryOf(view)), shown: unseen };
    for (const entry of watch.entries) entry.watches.add(watch);
    queueMicrotask(() => {
      const refusal = watch.entries.find((entry) => entry.refusal !== null)?.refusal;
      if (refusal != null && isOn(watch)) callListener(() => watcher.onError(refusal));
      this.#show(watch);
    });
    this.#wake();
    return () => this.#remove(watch);
  }

  /** The views to request: all of them while the run moves, otherwise those without a frame of this revision. */
  due(revision: number, isMoving: boolean): WatchedView[] {
    return [...this.#entries.values()]
      .filter(({ refusal }) => refusal === null)
      .filter(({ seen }) => isMoving || seen !== revision || seen === unseen)
      .map(({ key, view, seen }) => ({ key, view, seen }));
  }

  /** Takes all answers of one revision at once. */
  take(answers: readonly FrameAnswer[]): void {
    const changed = new Set<Watch>();
    for (const answer of answers) {
      const entry = this.#entries.get(answer.key);
      if (entry === undefined) continue;
      entry.seen = answer.revision;
      if ('error' in answer) {
        refuse(entry, errorFromData(answer.error));
      } else {
        entry.latest = answer.frame;
        for (const watch of entry.watches) changed.add(watch);
      }
    }
    for (const watch of changed) this.#show(watch);
  }

  /** Starts over for another run: every view is due again, except those for which `refusal` returns an error. */
  restart(refusal: (view: View) => NeuroglowError | null): void {
    for (const entry of [...this.#entries.values()]) {
      entry.latest = null;
      entry.seen = unseen;
      entry.refusal = null;
      for (const watch of entry.watches) watch.shown = unseen;
      const error = refusal(entry.view);
      if (error !== null) refuse(entry, error);
    }
    this.#wake();
  }

  clear(): void {
    for (const entry of this.#entries.values()) entry.watches.clear();
    this.#entries.clear();
  }

  #entryOf(view: View): Entry {
    const key = viewKey(view);
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { key, view, watches: new Set(), latest: null, seen: unseen, refusal: null };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #remove(watch: Watch): void {
    for (const entry of watch.entries) {
      entry.watches.delete(watch);
      if (entry.watches.size === 0 && this.#entries.get(entry.key) === entry) this.#entries.delete(entry.key);
    }
  }

  /** Delivers frames once they are complete. A watcher of one step leaves after that: it has seen all there is. */
  #show(watch: Watch): void {
    const { watcher, entries } = watch;
    const frames = framesOfOneRevision(entries);
    if (!isOn(watch) || frames === null || watch.shown === entries[0]!.seen) return;
    watch.shown = entries[0]!.seen;
    const { at } = watcher;
    const { step } = frames[0]!;
    if (at !== 'live') this.#remove(watch);
    if (at === 'live' || at === step) callListener(() => watcher.onFrames(frames));
    else callListener(() => watcher.onError(stepNotKept(at, step)));
  }
}

function isOn(watch: Watch): boolean {
  return watch.entries[0]!.watches.has(watch);
}

/** null while a frame is missing or of another revision. */
function framesOfOneRevision(entries: readonly Entry[]): readonly Frame[] | null {
  const frames: Frame[] = [];
  for (const { latest, seen, refusal } of entries) {
    if (latest === null || refusal !== null || seen !== entries[0]!.seen) return null;
    frames.push(latest);
  }
  return frames;
}

function refuse(entry: Entry, error: NeuroglowError): void {
  entry.refusal = error;
  for (const { watcher } of [...entry.watches]) callListener(() => watcher.onError(error));
}
