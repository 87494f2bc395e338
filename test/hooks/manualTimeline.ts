import type { Timeline, TimelineSnapshot } from '@neuroglow/engine';

/** A timeline that says what a test makes it say. */
export interface ManualTimeline extends Timeline {
  readonly change: (change: Partial<TimelineSnapshot>) => void;
  readonly listeners: ReadonlySet<() => void>;
}

export function manualTimeline(first: Partial<TimelineSnapshot> = {}): ManualTimeline {
  let snapshot: TimelineSnapshot = {
    ...{ first: 0, last: 1000, kept: 'every', keyframes: 8, bytes: 4096, seeks: [] },
    ...first,
  };
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      snapshot = { ...snapshot, ...change };
      for (const listener of [...listeners]) listener();
    },
    listeners,
  };
}
