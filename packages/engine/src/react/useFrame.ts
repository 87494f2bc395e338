'use client';
import { useEffect, useMemo, useState } from 'react';
import type { NeuroglowError } from '../core/error.js';
import type { NetworkDescription } from '../core/network.js';
import type { TrainingSource } from '../source/trainingSource.js';
import type { FrameOf, View } from '../views/view.js';
import { samePlainData } from '../core/samePlainData.js';
import { commitInterval } from './commitInterval.js';
import { createThrottle } from './throttle.js';
import { useNetwork } from './useNetwork.js';
import { useWatchedSource } from './useSource.js';
import { useStable } from './useStable.js';
import { useSupport } from './useSupport.js';
import { useView, type UseViewOptions } from './useView.js';

export interface UseFrameOptions extends Omit<UseViewOptions, 'onError'> {
  /** Most commits per second. Default 10. */
  readonly maxFps?: number | undefined;
}

export interface FrameState<V extends View> {
  /** The latest frame; null before the first, or if none is available. After a change of input or step, the last frame stays until the next arrives. */
  readonly frame: FrameOf<V> | null;
  /** Why the source does not support this view, in a sentence to show in place of the picture. */
  readonly unsupported: string | null;
  readonly error: NeuroglowError | null;
}

/** The frames of a view as a value. Commits at most `maxFps` times per second; to draw every frame, use `useView`. */
export function useFrame<V extends View>(view: V | null, options: UseFrameOptions = {}): FrameState<V> {
  const { maxFps, at } = options;
  const source = useWatchedSource(options.source, true);
  const network = useNetwork(source);
  const stable = useStable(view);
  const [received, setReceived] = useState<Received<V> | null>(null);
  const throttle = useMemo(() => createThrottle<[Received<V>]>(commitInterval(maxFps), setReceived), [maxFps]);
  // The view has changed: its first frame is committed without delay.
  useEffect(() => () => throttle.reset(), [throttle, source, stable, at]);

  const receive = (frame: FrameOf<V> | null, error: NeuroglowError | null): void => {
    if (source === null || stable === null) return;
    throttle.request({ source, network: source.network, view: stable, frame, error });
  };
  useView(stable, (frame) => receive(frame, null), { ...options, onError: (error) => receive(null, error) });

  const support = useSupport(stable, { source });
  const fits =
    received !== null &&
    received.source === source &&
    received.network === network &&
    stable !== null &&
    differsInInputAlone(received.view, stable);
  return useMemo(
    () => ({
      frame: fits && support === true ? received.frame : null,
      unsupported: support === true ? null : support.reason,
      error: fits && support === true ? received.error : null,
    }),
    [fits, received, support],
  );
}

interface Received<V extends View> {
  readonly source: TrainingSource;
  readonly network: NetworkDescription | null;
  readonly view: V;
  readonly frame: FrameOf<V> | null;
  readonly error: NeuroglowError | null;
}

function differsInInputAlone(one: View, other: View): boolean {
  return samePlainData({ ...one, input: null }, { ...other, input: null });
}
