import type { Snapshot, TrainingSource, Unsubscribe } from '../source/trainingSource.js';
import { changedDiscretely } from '../source/snapshotStore.js';
import { commitInterval } from './commitInterval.js';
import { createThrottle } from './throttle.js';

/** A source's snapshot as pages show it: replaced at once where something happened, else at most 10 times a second. */
export interface CalmSnapshot {
  readonly get: () => Snapshot;
  readonly subscribe: (listener: () => void) => Unsubscribe;
}

const known = new WeakMap<TrainingSource, CalmSnapshot>();

/** One per source, shared by all that show its numbers: two readings on a page are never of different steps. */
export function calmSnapshot(source: TrainingSource): CalmSnapshot {
  const former = known.get(source);
  if (former) return former;
  const made = createCalmSnapshot(source);
  known.set(source, made);
  return made;
}

function createCalmSnapshot(source: TrainingSource): CalmSnapshot {
  const listeners = new Set<() => void>();
  let latest = source.getSnapshot();
  let shown = latest;
  let leave: Unsubscribe | null = null;
  const throttle = createThrottle(commitInterval(), () => {
    shown = latest;
    for (const listener of [...listeners]) listener();
  });
  const receive = (): void => {
    const before = latest;
    latest = source.getSnapshot();
    if (latest === before) return;
    if (changedDiscretely(before, latest)) throttle.reset();
    throttle.request();
  };
  return {
    get: () => (listeners.size > 0 ? shown : source.getSnapshot()),
    subscribe(listener) {
      if (listeners.size === 0) {
        latest = source.getSnapshot();
        shown = latest;
        leave = source.subscribe(receive);
      }
      // Wrapped, so that the same function may subscribe twice.
      const entry = (): void => listener();
      listeners.add(entry);
      return () => {
        if (!listeners.delete(entry) || listeners.size > 0) return;
        leave?.();
        throttle.reset();
      };
    },
  };
}
