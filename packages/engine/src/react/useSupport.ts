'use client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { TrainingSource, UnsupportedReason } from '../source/trainingSource.js';
import type { View } from '../views/view.js';
import { useSource } from './useSource.js';
import { useStable } from './useStable.js';

export interface UseSupportOptions {
  /** Default: the provider's. */
  readonly source?: TrainingSource | null | undefined;
}

/**
 * Whether the source supports a view: true, or why not, in a sentence to show in place of the picture. Commits when the answer
 * changes, for example with the network. true if there is no source or no view.
 */
export function useSupport(view: View | null, options: UseSupportOptions = {}): true | UnsupportedReason {
  const source = useSource(options.source);
  const stable = useStable(view);
  const subscribe = useCallback((listener: () => void) => source?.subscribe(listener) ?? (() => undefined), [source]);
  // A string, so that equal answers are identical.
  const read = (): string | null => {
    const support = source === null || stable === null ? true : source.supports(stable);
    return support === true ? null : support.reason;
  };
  const reason = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => (reason === null ? true : { reason }), [reason]);
}
