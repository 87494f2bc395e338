'use client';
import { useEffect, type RefObject } from 'react';
import type { NeuroglowError } from '../core/error.js';
import type { TrainingSource, Unsubscribe } from '../source/trainingSource.js';
import type { FrameOf, View } from '../views/view.js';
import { glance } from './glance.js';
import { useLatest } from './useLatest.js';
import { useWatchedSource } from './useSource.js';
import { useStable } from './useStable.js';
import { useStep } from './useStep.js';
import { whileOnScreen } from './whileOnScreen.js';

export interface UseViewOptions {
  /** Default: the provider's. */
  readonly source?: TrainingSource | null | undefined;
  /** Which step. Default: the viewer's cursor; series views are always live. */
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
  const at = useStep(stable && [stable], options.at);
  const latest = useLatest({ onFrame, onError: options.onError });

  useEffect(() => {
    if (source === null || stable === null) return;
    const watch = (onSeen?: () => void): Unsubscribe =>
      source.watch(stable, {
        at,
        onFrame: (frame) => {
          latest.current.onFrame(frame);
          onSeen?.();
        },
        onError: (error) => {
          latest.current.onError?.(error);
          onSeen?.();
        },
      });
    return whileOnScreen(element?.current ?? null, watch, () => glance(source, watch));
  }, [source, stable, at, element, latest]);
}
