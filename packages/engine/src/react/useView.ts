'use client';
import { useEffect, type RefObject } from 'react';
import type { NeuroglowError } from '../core/error.js';
import type { TrainingSource, Unsubscribe } from '../source/trainingSource.js';
import type { FrameOf, StepOf, View } from '../views/view.js';
import { isSeriesView } from '../views/support.js';
import { followStep } from './followStep.js';
import { useLatest } from './useLatest.js';
import { useWatchedSource } from './useSource.js';
import { useStable } from './useStable.js';
import { useViewer } from './useViewer.js';

export interface UseViewOptions {
  /** Default: the provider's. */
  readonly source?: TrainingSource | null | undefined;
  /** Which step. Default: the viewer's cursor, which is followed without a commit; series views are always live. */
  readonly at?: 'live' | number | undefined;
  /** Watch only while this element is on screen or being printed. Off screen it gets one frame per second. */
  readonly element?: RefObject<Element | null> | undefined;
  readonly onError?: ((error: NeuroglowError) => void) | undefined;
}

/**
 * Passes each frame of a view to `onFrame`, at most one per displayed frame, and never commits: draw there. Views are compared by
 * structure, so neither a literal nor a new `onFrame` resubscribes. `null`
 * watches nothing. A view that the source does not support is reported to `onError`.
 */
export function useView<V extends View>(
  view: V | null,
  onFrame: (frame: FrameOf<V>) => void,
  options: UseViewOptions = {},
): void {
  const source = useWatchedSource(options.source, view !== null);
  const { element } = options;
  const stable = useStable(view);
  const viewer = useViewer();
  const at = options.at ?? (stable !== null && isSeriesView(stable) ? 'live' : undefined);
  const latest = useLatest({ onFrame, onError: options.onError });

  useEffect(() => {
    if (source === null || stable === null) return;
    const watch = (step: 'live' | number, onSeen: () => void): Unsubscribe =>
      source.watch(stable, {
        at: step as StepOf<V>,
        onFrame: (frame) => {
          latest.current.onFrame(frame);
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
