'use client';
import { useState, useSyncExternalStore } from 'react';
import type { Snapshot, TrainingSource } from '../source/trainingSource.js';
import { calmSnapshot } from './calmSnapshot.js';
import { useRequiredSource } from './useSource.js';

/**
 * A value selected from the source's snapshot. Commits when it changes: at once if the run or its status has changed, at most 10
 * times per second for values that change with every step, and then at the same time as every other reader of the source.
 *
 * @param isEqual Whether two selected values are equal. Default: `Object.is`.
 * @param source Default: the provider's. Throws `no-source` if there is none.
 */
export function useTrainingState<T>(
  selector: (snapshot: Snapshot) => T,
  isEqual: (one: T, other: T) => boolean = Object.is,
  source?: TrainingSource | null,
): T {
  const found = useRequiredSource(source);
  const [selection] = useState(createSelection<T>);
  const snapshots = calmSnapshot(found);
  return useSyncExternalStore(
    snapshots.subscribe,
    () => selection(snapshots.get(), selector, isEqual),
    () => selection(found.getServerSnapshot(), selector, isEqual),
  );
}

/** Selects again only for a new snapshot or selector, and returns the previous object as long as the result is equal. */
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
