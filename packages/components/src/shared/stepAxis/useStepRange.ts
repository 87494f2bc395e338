import { useViewer, type ViewerState } from '@neuroglow/engine';
import { useSyncExternalStore } from 'react';

/** The range of steps that pictures over time show. */
export function useStepRange(): ViewerState['range'] {
  const viewer = useViewer();
  const read = (): ViewerState['range'] => viewer.getSnapshot().range;
  return useSyncExternalStore(viewer.subscribe, read, read);
}
