'use client';
import { useSyncExternalStore } from 'react';
import { useViewer } from './useViewer.js';

/** The current step, or 'live', and a function that changes it. */
export function useCursor(): readonly [cursor: 'live' | number, setCursor: (cursor: 'live' | number) => void] {
  const viewer = useViewer();
  const read = (): 'live' | number => viewer.getSnapshot().cursor;
  return [useSyncExternalStore(viewer.subscribe, read, read), viewer.setCursor];
}
