'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Snapshot, TrainingSource, Unsubscribe } from '../source/trainingSource.js';
import { changedDiscretely } from '../source/snapshotStore.js';
import { commitInterval } from './commitInterval.js';
import { createThrottle } from './throttle.js';
import { useRequiredSource } from './useSource.js';

/**
 * A value selected from the source's snapshot. Commits when it changes: at once where the run or its status changed, at most 10
 * times a second for what moves with every step.
 *
 * @param isEqual Whether two selected values say the same. Default: `Object.is`.
 * @param source Default: the provider's. Throws `no-source` where there is none.
 */
export function useTrainingState<T>(
  selector: (snapshot: Snapshot) => T,
  isEqual: (one: T, other: T) => boolean = Object.is,
  source?: TrainingSource | null,
): T {
  const found = useRequiredSource(source);
  const [selection] = useState(createSelection<T>);
  const subscribe = useCallback((listener: () => void) => subscribeCalmly(found, listener), [found]);
  return useSyncExternalStore(
    subscribe,
    () => selection(found.getSnapshot(), selector, isEqual),
    () => selection(found.getServerSnapshot(), selector, isEqual),
  );
}

/** Selects anew only from another snapshot or by another selector, and gives back the object it gave before while that is equal. */
function createSelection<T>(): (
  snapshot: Snapshot,
  selector: (snapshot: Snapshot) => T,
  isEqual: (one: T, other: T) => boolean,
) => T {
  let last: { readonly snapshot: Snapshot; readonly selector: (snapshot: Snapshot) => T; readonly value: T } | null =
    null;
  return (snapshot, selector, isEqual) => {
    if (last?.snapshot === snapshot && last.selector === selector) return last.value;
    const selected = selector(snapshot);
    const value = last !== null && isEqual(last.value, selected) ? last.value : selected;
    last = { snapshot, selector, value };
    return value;
  };
}

/** Passes discrete changes on at once, and those of step, epoch and costs at most `defaultMaxFps` times a second. */
function subscribeCalmly(source: TrainingSource, listener: () => void): Unsubscribe {
  const throttle = createThrottle(commitInterval(), listener);
  let before = source.getSnapshot();
  const leave = source.subscribe(() => {
    const now = source.getSnapshot();
    if (changedDiscretely(before, now)) throttle.reset();
    before = now;
    throttle.request();
  });
  return () => {
    leave();
    throttle.reset();
  };
}
