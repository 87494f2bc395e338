'use client';
import { useSyncExternalStore } from 'react';
import { useViewer } from './useViewer.js';

/** Whether the viewer's cursor is at 'live'. Commits when that changes, and not when the cursor moves from step to step. */
export function useIsLive(): boolean {
  const viewer = useViewer();
  const read = (): boolean => viewer.getSnapshot().cursor === 'live';
  return useSyncExternalStore(viewer.subscribe, read, read);
}
