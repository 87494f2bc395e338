'use client';
import { useEffect } from 'react';
import type { FramesOf, StepOf, View } from '../views/view.js';
import type { Unsubscribe } from '../source/trainingSource.js';
import { isSeriesView } from '../views/support.js';
import { followStep } from './followStep.js';
import { useLatest } from './useLatest.js';
import { useWatchedSource } from './useSource.js';
import { useStable } from './useStable.js';
import type { UseViewOptions } from './useView.js';
import { useViewer } from './useViewer.js';

/**
 * `useView` for several views of the same step: `onFrames` gets their frames together, in the order of the views, so that a picture
 * never mixes steps. `null` watches nothing. If the source does not support one of them, there are no frames and `onError` says why:
 * check optional views with `useSupport` first.
 */
export function useViews<const V extends readonly View[]>(
  views: V | null,
  onFrames: (frames: FramesOf<V>) => void,
  options: UseViewOptions = {},
): void {
  const source = useWatchedSource(options.source, views !== null);
  const { element } = options;
  const stable = useStable(views);
  const viewer = useViewer();
  const at = options.at ?? (stable !== null && stable.every(isSeriesView) ? 'live' : undefined);
  const latest = useLatest({ onFrames, onError: options.onError });

  useEffect(() => {
    if (source === null || stable === null) return;
    const watch = (step: 'live' | number, onSeen: () => void): Unsubscribe =>
      source.watchAll(stable, {
        at: step as StepOf<V[number]>,
        onFrames: (frames) => {
          latest.current.onFrames(frames);
          onSeen();
        },
        onError: (error) => {
          latest.current.onError?.(error);
          onSeen();
        },
      });
    return followStep(element?.current ?? null, { source, viewer, at, watch });
  }, [source, stable, viewer, at, element, latest]);
}
