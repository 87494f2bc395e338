'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { DropsView } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';
import { useSource } from './useSource.js';

export interface UseDropsOptions extends Omit<UseFrameOptions, 'at'>, Omit<DropsView, 'kind'> {}

/** The drops of the run so far: fast falls of its cost, ascending. They are provisional until the run has finished. */
export function useDrops(options: UseDropsOptions = {}): FrameState<DropsView> {
  const { source, element, maxFps, ...search } = options;
  const found = useSource(source);
  const subscribe = useCallback((listener: () => void) => found?.subscribe(listener) ?? (() => undefined), [found]);
  const read = (): boolean => found?.getSnapshot().status === 'finished';
  const finished = useSyncExternalStore(subscribe, read, read);
  return useFrame<DropsView>({ kind: 'drops', finished, ...search }, { source, element, maxFps });
}
