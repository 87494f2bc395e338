import { NeuroglowError } from '../../core/error.js';
import { show } from '../../core/show.js';
import type { RunCollection, TrainingSource } from '../../source/trainingSource.js';

/** Runs that neither come nor go, each with its source. */
export function fixedRuns(runs: readonly { readonly id: string; readonly source: TrainingSource }[]): RunCollection {
  const summaries = runs.map(({ id, source }) => ({ id, network: source.network, snapshot: source.getSnapshot() }));
  return {
    getSnapshot: () => summaries,
    subscribe: () => () => undefined,
    open: async (id) => {
      const run = runs.find((one) => one.id === id);
      if (run !== undefined) return Promise.resolve(run.source);
      const known = runs.map((one) => show(one.id)).join(', ');
      throw new NeuroglowError(
        'invalid-option',
        `id: expected the id of a recorded run (${known || 'there is none'}), got ${show(id)}; take one from runs.getSnapshot().`,
      );
    },
  };
}
