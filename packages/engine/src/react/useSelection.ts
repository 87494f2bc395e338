'use client';
import { useSyncExternalStore } from 'react';
import { useViewer } from './useViewer.js';
import type { Selection } from '../viewer/viewer.js';

/** The neurons and samples picked out, and how to pick others. */
export function useSelection(): readonly [selection: Selection, setSelection: (selection: Selection) => void] {
  const viewer = useViewer();
  const read = (): Selection => viewer.getSnapshot().selection;
  return [useSyncExternalStore(viewer.subscribe, read, read), viewer.setSelection];
}
