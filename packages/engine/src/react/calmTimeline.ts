import type { Timeline, TimelineSnapshot } from '../source/timeline.js';
import type { Unsubscribe } from '../source/trainingSource.js';
import { commitInterval } from './commitInterval.js';
import { createThrottle } from './throttle.js';

/** A timeline's snapshot as pages show it: replaced at most 10 times a second. */
export interface CalmTimeline {
  readonly get: () => TimelineSnapshot;
  readonly subscribe: (listener: () => void) => Unsubscribe;
}

const known = new WeakMap<Timeline, CalmTimeline>();

/** One per timeline, shared by all that show it. */
export function calmTimeline(timeline: Timeline): CalmTimeline {
  const existing = known.get(timeline);
  if (existing) return existing;
  const created = createCalmTimeline(timeline);
  known.set(timeline, created);
  return created;
}

function createCalmTimeline(timeline: Timeline): CalmTimeline {
  const listeners = new Set<() => void>();
  let shown = timeline.getSnapshot();
  let leave: Unsubscribe | null = null;
  const throttle = createThrottle(commitInterval(), () => {
    shown = timeline.getSnapshot();
    for (const listener of [...listeners]) listener();
  });
  const receive = (): void => {
    if (timeline.getSnapshot() !== shown) throttle.request();
  };
  return {
    get: () => (listeners.size > 0 ? shown : timeline.getSnapshot()),
    subscribe(listener) {
      if (listeners.size === 0) {
        shown = timeline.getSnapshot();
        leave = timeline.subscribe(receive);
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
