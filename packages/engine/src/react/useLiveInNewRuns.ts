'use client';
import { useEffect } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import type { Viewer } from '../viewer/viewer.js';

/** Returns the cursor to 'live' when a new run begins: a step of the run before is not one of the new run. */
export function useLiveInNewRuns(source: TrainingSource | null, viewer: Viewer): void {
  useEffect(() => {
    if (source === null) return;
    let { runId } = source.getSnapshot();
    return source.subscribe(() => {
      const now = source.getSnapshot().runId;
      if (now === runId) return;
      runId = now;
      viewer.setCursor('live');
    });
  }, [source, viewer]);
}
