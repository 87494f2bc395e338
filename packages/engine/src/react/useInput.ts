'use client';
import { useSyncExternalStore } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import type { InputReference } from '../views/view.js';
import { useSource } from './useSource.js';
import { useStable } from './useStable.js';
import { useViewer } from './useViewer.js';

/**
 * The current input, and a function that changes it. If the viewer has chosen none: the source's first probe, otherwise its first
 * training row; null if it has neither.
 */
export function useInput(
  source?: TrainingSource | null,
): readonly [input: InputReference | null, setInput: (input: InputReference | null) => void] {
  const viewer = useViewer();
  const found = useSource(source);
  const read = (): InputReference | null => viewer.getSnapshot().input;
  const chosen = useSyncExternalStore(viewer.subscribe, read, read);
  return [useStable(chosen ?? defaultInput(found)), viewer.setInput];
}

function defaultInput(source: TrainingSource | null): InputReference | null {
  const data = source?.data;
  if (!data) return null;
  if (data.probes > 0) return { probe: 0 };
  return data.training > 0 ? { sample: 0 } : null;
}
