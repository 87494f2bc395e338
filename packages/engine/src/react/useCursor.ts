'use client';
import { useSyncExternalStore } from 'react';
import { useViewer } from './useViewer.js';

/** The step looked at, or 'live', and how to look at another. */
export function useCursor(): readonly [cursor: 'live' | number, setCursor: (cursor: 'live' | number) => void] {
  const viewer = useViewer();
  const read = (): 'live' | number => viewer.getSnapshot().cursor;
  return [useSyncExternalStore(viewer.subscribe, read, read), viewer.setCursor];
}
