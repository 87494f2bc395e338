import { samePlainData } from '../core/samePlainData.js';
import type { Snapshot, Unsubscribe } from './trainingSource.js';
import { callListener } from './callListener.js';

/** Whether a change is an event rather than progress: events are announced at once, progress once per displayed frame. */
export function changedDiscretely(before: Snapshot, now: Snapshot): boolean {
  return discrete.some((field) => before[field] !== now[field]);
}

const discrete = [
  ...['runId', 'status', 'seed', 'hyperparameters', 'pace', 'arithmetic', 'error', 'notice', 'branchedFrom'],
] as readonly (keyof Snapshot)[];

/** Holds the snapshot and its listeners. */
export class SnapshotStore<S extends Snapshot> {
  #current: S;
  #isAnnounced = true;
  readonly #listeners = new Set<() => void>();
  readonly #wake: () => void;

  /** @param wake is called when there is something to announce with the next displayed frame. */
  constructor(initial: S, wake: () => void) {
    this.#current = initial;
    this.#wake = wake;
  }

  get current(): S {
    return this.#current;
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: () => void): Unsubscribe {
    // Wrapped, so that the same function may subscribe twice.
    const entry = (): void => listener();
    this.#listeners.add(entry);
    this.#wake();
    return () => void this.#listeners.delete(entry);
  }

  /** Replaces the snapshot if the change is one. Fields with equal values stay the same objects. */
  change(change: Partial<S>): void {
    const before = this.#current;
    const entries = Object.entries(change) as [keyof S, unknown][];
    const news = entries.filter(([field, value]) => !isSame(before[field], value));
    if (news.length === 0) return;
    this.#current = { ...before, ...Object.fromEntries(news) };
    this.#isAnnounced = false;
    if (changedDiscretely(before, this.#current)) this.announce();
    else this.#wake();
  }

  /** Calls the listeners if there is an unannounced change; with `force`, also without one, as after a change of the network. */
  announce(force = false): void {
    if (this.#isAnnounced && !force) return;
    this.#isAnnounced = true;
    for (const listener of [...this.#listeners]) callListener(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Error && other instanceof Error) return one.message === other.message;
  return samePlainData(one, other);
}
