import { NeuroglowError, type TrainingSource } from '@neuroglow/engine';
import type { PlotRun } from '../types.js';
import { createFrameStore, type FrameStore } from '../../shared/frameStore.js';
import type { RunCurves } from './curves.js';
import { checkValues, reduceGiven, type CostValues } from './given.js';

/** A run to plot, checked. */
export interface RunEntry {
  readonly key: string;
  readonly name: string;
  readonly source: TrainingSource | null;
  readonly values: CostValues | null;
  readonly fork: number | null;
}

/** The runs that a plot shows. @throws `invalid-input` */
export function runEntries(
  runs: readonly PlotRun[] | undefined,
  values: CostValues | undefined,
  source: TrainingSource | null,
): readonly RunEntry[] {
  if (runs === undefined) {
    if (values !== undefined) return [{ key: '', name: '', source: null, values: checkValues(values), fork: null }];
    return source ? [{ key: '', name: '', source, values: null, fork: null }] : [];
  }
  const names = new Set<string>();
  return runs.map((run) => {
    const { name } = run;
    if (names.has(name)) {
      throw new NeuroglowError(
        'invalid-input',
        `runs: expected unique names, got “${name}” twice; name each run by what sets it apart.`,
      );
    }
    names.add(name);
    if ((run.source === undefined) === (run.values === undefined)) {
      throw new NeuroglowError(
        'invalid-input',
        `runs: expected a source or values for “${name}”, got ${run.source ? 'both' : 'neither'}; pass one of them.`,
      );
    }
    const fork = run.branchedAt ?? run.source?.getSnapshot().branchedFrom?.step ?? null;
    return {
      ...{ key: name, name, source: run.source ?? null, fork },
      values: run.values ? checkValues(run.values) : null,
    };
  });
}

/** The curves of all runs. A run's curves are replaced one by one; listeners hear of each. */
export interface RunStore extends FrameStore<readonly RunCurves[]> {
  readonly put: (curves: RunCurves) => void;
  /** Keeps these runs, in their order. */
  readonly keep: (entries: readonly RunEntry[]) => void;
}

/** Plain series are there from the start, for a server too. */
export function createRunStore(entries: readonly RunEntry[], points: number): RunStore {
  const initial = (entry: RunEntry): RunCurves => ({
    ...{ key: entry.key, name: entry.name, fork: entry.fork },
    series: entry.values ? reduceGiven(entry.values, [-Infinity, Infinity], points) : [],
  });
  const store = createFrameStore<readonly RunCurves[]>(entries.map(initial));
  return {
    ...store,
    put: (curves) => store.set((store.get() ?? []).map((run) => (run.key === curves.key ? curves : run))),
    keep(next) {
      const known = new Map((store.get() ?? []).map((run) => [run.key, run]));
      const runs = next.map((entry) => {
        const run = known.get(entry.key);
        return run ? { ...run, fork: entry.fork } : initial(entry);
      });
      store.set(runs);
    },
  };
}
