import { callListener } from '../source/callListener.js';
import type { RunCollection, RunSummary, TrainingSource, Unsubscribe } from '../source/trainingSource.js';

/** The list of a session's earlier runs, as a store. */
export class RunList implements RunCollection {
  readonly open: (id: string) => Promise<TrainingSource>;
  #summaries: readonly RunSummary[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(open: (id: string) => Promise<TrainingSource>) {
    this.open = open;
  }

  readonly getSnapshot = (): readonly RunSummary[] => this.#summaries;

  readonly subscribe = (listener: () => void): Unsubscribe => {
    const entry = (): void => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  };

  replace(summaries: readonly RunSummary[]): void {
    this.#summaries = summaries;
    for (const listener of [...this.#listeners]) callListener(listener);
  }
}
