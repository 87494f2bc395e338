'use client';
import { useEffect } from 'react';
import { useLatest } from './useLatest.js';
import { useViewer } from './useViewer.js';
import type { NeuronReference } from '../viewer/viewer.js';

/**
 * Calls back when the pointer or focus moves to another neuron, in any picture of the provider. Never commits: touch the DOM or the
 * canvas in `onHover`. Returns how to say that it moved here.
 */
export function useHover(onHover: (neuron: NeuronReference | null) => void): (neuron: NeuronReference | null) => void {
  const viewer = useViewer();
  const latest = useLatest(onHover);
  useEffect(() => {
    let hovered = viewer.getSnapshot().hover;
    return viewer.subscribe(() => {
      const { hover } = viewer.getSnapshot();
      if (hover === hovered) return;
      hovered = hover;
      latest.current(hover);
    });
  }, [viewer, latest]);
  return viewer.setHover;
}
