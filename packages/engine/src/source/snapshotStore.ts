import { samePlainData } from '../core/samePlainData.js';
import type { Snapshot, Unsubscribe } from './trainingSource.js';
import { tell } from './callListener.js';

/** Whether something happened, rather than time passed: such a change is told at once, the others once a displayed frame. */
export function changedDiscretely(before: Snapshot, now: Snapshot): boolean {
  return discrete.some((field) => before[field] !== now[field]);
}

const discrete = [
  ...['runId', 'status', 'seed', 'hyperparameters', 'pace', 'arithmetic', 'error', 'notice'],
] as readonly (keyof Snapshot)[];

/** Holds the snapshot, and those who want to know of the next one. */
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

  /** Replaces the snapshot where the change says something new. Fields that say the same stay the same objects. */
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

  /** Tells the listeners of what they were not told yet, or, by force, that something beside the snapshot has changed. */
  announce(force = false): void {
    if (this.#isAnnounced && !force) return;
    this.#isAnnounced = true;
    for (const listener of [...this.#listeners]) tell(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Error && other instanceof Error) return one.message === other.message;
  return samePlainData(one, other);
}
