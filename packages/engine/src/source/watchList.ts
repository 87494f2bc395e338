import { NeuroglowError } from '../core/error.js';
import { finishFrame } from '../views/finishFrame.js';
import type { Frame, View } from '../views/view.js';
import { viewKey } from '../views/viewKey.js';
import { errorFromData } from './errorData.js';
import type { FrameAnswer, WatchedView } from './frameAnswer.js';
import type { Unsubscribe } from './trainingSource.js';
import { tell } from './callListener.js';

/** Somebody who watches a view, live or at one step. */
export interface Watcher {
  readonly at: 'live' | number;
  readonly onFrame: (frame: Frame) => void;
  readonly onError: (error: NeuroglowError) => void;
}

/** One view, and everybody who watches it. */
interface Entry {
  readonly key: string;
  readonly view: View;
  readonly watchers: Set<Watcher>;
  latest: Frame | null;
  /** The revision that `latest` shows, or `unseen`. */
  seen: number;
  /** The frame is being completed on this side; meanwhile no other is asked for. */
  isFinishing: boolean;
  /** It cannot be had; only another network could change that. */
  isRefused: boolean;
}

const unseen = -1;

/** What is watched in a session: views of one structure are asked for once, and every watcher gets the frame. */
export class WatchList {
  readonly #entries = new Map<string, Entry>();
  readonly #wake: () => void;

  /** @param wake is called when there may be something to ask for. */
  constructor(wake: () => void) {
    this.#wake = wake;
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  add(view: View, watcher: Watcher): Unsubscribe {
    const key = viewKey(view);
    const entry = this.#entries.get(key) ?? newEntry(key, view);
    this.#entries.set(key, entry);
    entry.watchers.add(watcher);
    const { latest } = entry;
    if (latest !== null) queueMicrotask(() => show(entry, watcher, latest));
    this.#wake();
    return () => {
      entry.watchers.delete(watcher);
      if (entry.watchers.size === 0 && this.#entries.get(key) === entry) this.#entries.delete(key);
    };
  }

  /** What to ask for: everything while the run moves, else what has not been seen as it is now. */
  due(revision: number, isMoving: boolean): WatchedView[] {
    return [...this.#entries.values()]
      .filter(({ watchers, isFinishing, isRefused }) => watchers.size > 0 && !isFinishing && !isRefused)
      .filter(({ seen }) => isMoving || seen !== revision || seen === unseen)
      .map(({ key, view, seen }) => ({ key, view, seen }));
  }

  take(answer: FrameAnswer): void {
    const entry = this.#entries.get(answer.key);
    if (entry === undefined) return;
    entry.seen = answer.revision;
    if ('error' in answer) {
      refuse(entry, errorFromData(answer.error));
      return;
    }
    const frame = finishFrame(answer.frame);
    if (frame instanceof Promise) void this.#finish(entry, frame);
    else deliver(entry, frame);
  }

  /** Another run: everything is to be seen anew, but what `refusal` names an error for. */
  restart(refusal: (view: View) => NeuroglowError | null): void {
    for (const entry of [...this.#entries.values()]) {
      entry.latest = null;
      entry.seen = unseen;
      entry.isRefused = false;
      const error = refusal(entry.view);
      if (error !== null) refuse(entry, error);
    }
    this.#wake();
  }

  clear(): void {
    this.#entries.clear();
  }

  async #finish(entry: Entry, frame: Promise<Frame>): Promise<void> {
    entry.isFinishing = true;
    try {
      const finished = await frame;
      // A frame of a run that is over, or that something newer has overtaken, is stale.
      if (entry.seen !== unseen) deliver(entry, finished);
    } catch (error) {
      refuse(entry, notFinished(error));
    } finally {
      entry.isFinishing = false;
      this.#wake();
    }
  }
}

function newEntry(key: string, view: View): Entry {
  return { key, view, watchers: new Set(), latest: null, seen: unseen, isFinishing: false, isRefused: false };
}

function deliver(entry: Entry, frame: Frame): void {
  entry.latest = frame;
  for (const watcher of [...entry.watchers]) show(entry, watcher, frame);
}

/** Whoever watches one step has seen all there is after one frame. */
function show(entry: Entry, watcher: Watcher, frame: Frame): void {
  if (!entry.watchers.has(watcher)) return;
  if (watcher.at !== 'live') entry.watchers.delete(watcher);
  if (watcher.at === 'live' || watcher.at === frame.step) tell(() => watcher.onFrame(frame));
  else tell(() => watcher.onError(stepPassed(watcher.at, frame.step)));
}

function refuse(entry: Entry, error: NeuroglowError): void {
  entry.isRefused = true;
  for (const watcher of [...entry.watchers]) tell(() => watcher.onError(error));
}

/** A session shows the step at which it is, and no other. */
export function stepPassed(asked: number | string, step: number): NeuroglowError {
  return new NeuroglowError(
    'unsupported',
    `at: expected 'live' or the current step, ${step}, got ${asked}; this source does not keep other steps.`,
  );
}

function notFinished(error: unknown): NeuroglowError {
  const reason = error instanceof Error ? error.message : String(error);
  return new NeuroglowError(
    'unsupported',
    `This picture needs a part of the library that could not be loaded (${reason}); look at another, or reload the page.`,
    { cause: error },
  );
}
