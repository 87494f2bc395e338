'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { NetworkDescription } from '../core/network.js';
import type { TrainingSource } from '../source/trainingSource.js';
import { useSource } from './useSource.js';

/** The architecture of the source's network; null while there is no source. Commits when it is replaced, as by `resizeLayer`. */
export function useNetwork(source?: TrainingSource | null): NetworkDescription | null {
  const found = useSource(source);
  const subscribe = useCallback((listener: () => void) => found?.subscribe(listener) ?? (() => undefined), [found]);
  const read = (): NetworkDescription | null => found?.network ?? null;
  return useSyncExternalStore(subscribe, read, read);
}
