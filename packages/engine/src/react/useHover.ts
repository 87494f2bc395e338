'use client';
import { useCallback, useEffect } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import { useLatest } from './useLatest.js';
import { useOwnership } from './useOwnership.js';
import { useViewer } from './useViewer.js';
import type { NeuronReference } from '../viewer/viewer.js';

/**
 * Calls back when the pointer or focus moves to another neuron, in any picture of the provider. Never commits: touch the DOM or the
 * canvas in `onHover`. A neuron of any source other than this one (default: the provider's) is passed as null. Returns a function that sets the hovered neuron.
 */
export function useHover(
  onHover: (neuron: NeuronReference | null) => void,
  source?: TrainingSource | null,
): (neuron: NeuronReference | null) => void {
  const viewer = useViewer();
  const { owns, name } = useOwnership(source);
  const latest = useLatest({ onHover, owns });
  useEffect(() => {
    let hovered = viewer.getSnapshot().hover;
    return viewer.subscribe(() => {
      const { hover } = viewer.getSnapshot();
      if (hover === hovered) return;
      hovered = hover;
      latest.current.onHover(hover !== null && latest.current.owns(hover) ? hover : null);
    });
  }, [viewer, latest]);
  const own = name.source;
  return useCallback((neuron) => viewer.setHover(neuron && own ? { ...neuron, source: own } : neuron), [viewer, own]);
}
