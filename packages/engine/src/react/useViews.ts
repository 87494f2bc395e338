'use client';
import { useEffect } from 'react';
import type { FramesOf, View } from '../views/view.js';
import type { Unsubscribe } from '../source/trainingSource.js';
import { glance } from './glance.js';
import { useLatest } from './useLatest.js';
import { useWatchedSource } from './useSource.js';
import { useStable } from './useStable.js';
import { useStep } from './useStep.js';
import type { UseViewOptions } from './useView.js';
import { whileOnScreen } from './whileOnScreen.js';

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
  const at = useStep<V[number]>(stable, options.at);
  const latest = useLatest({ onFrames, onError: options.onError });

  useEffect(() => {
    if (source === null || stable === null) return;
    const watch = (onSeen?: () => void): Unsubscribe =>
      source.watchAll(stable, {
        at,
        onFrames: (frames) => {
          latest.current.onFrames(frames);
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
