import { samePlainData } from '../core/samePlainData.js';
import { callListener } from '../source/callListener.js';
import type { Seek, Timeline, TimelineSnapshot } from '../source/timeline.js';

/** Where the run of a session stands now. */
export interface TimelineSubject {
  /** The first step that can be computed again. */
  readonly first: number;
  /** What is kept of it; null: nothing is recorded. */
  readonly store: { readonly count: number; readonly bytes: number } | null;
  readonly seeks: readonly Seek[];
  readonly step: number;
  readonly isRunning: boolean;
}

/** The timeline of a session's present run, as a store. */
export class SessionTimeline implements Timeline {
  readonly #subject: () => TimelineSubject;
  readonly #listeners = new Set<() => void>();
  readonly #wake: () => void;
  #snapshot: TimelineSnapshot | null = null;
  /** Whether something may have changed since the snapshot was made, and whether listeners have to hear of it. */
  #isStale = true;
  #isAnnounced = true;

  /** @param wake asks for a call of `announce` with the next displayed frame. */
  constructor(subject: () => TimelineSubject, wake: () => void) {
    this.#subject = subject;
    this.#wake = wake;
  }

  /** While the run moves, a snapshot stays until the next displayed frame. */
  readonly getSnapshot = (): TimelineSnapshot => {
    const subject = this.#subject();
    if (this.#snapshot === null || (this.#isStale && !subject.isRunning)) this.#renew(subject);
    return this.#snapshot!;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const entry = (): void => listener();
    this.#listeners.add(entry);
    this.#wake();
    return () => void this.#listeners.delete(entry);
  };

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  /** Something may have changed. */
  touch(): void {
    this.#isStale = true;
    this.#wake();
  }

  /** A displayed frame: replaces the snapshot if it has changed, and tells the listeners. */
  announce(): void {
    if (this.#isStale) this.#renew(this.#subject());
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    for (const listener of [...this.#listeners]) callListener(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }

  /** Whether a step besides the present one can be computed. */
  keeps(step: number): boolean {
    const { first, store, step: last } = this.#subject();
    return step >= first && (store === null ? step === 0 && last > 0 : step <= last);
  }

  #renew({ first, store, seeks, step }: TimelineSubject): void {
    this.#isStale = false;
    const next: TimelineSnapshot = {
      first,
      last: step,
      kept: store !== null ? 'every' : first === step ? [step] : [first, step],
      keyframes: store?.count ?? 0,
      bytes: store?.bytes ?? 0,
      seeks,
    };
    if (samePlainData(next, this.#snapshot)) return;
    this.#snapshot = next;
    this.#isAnnounced = false;
  }
}
