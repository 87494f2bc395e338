'use client';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useRef, type RefObject } from 'react';
import { useFrameState } from '../../shared/useFrameState.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { useOnDemand } from '../../shared/useOnDemand.js';
import type * as Motion from './graphMotion.js';
import type { GraphMotion, MotionSettings } from './graphMotion.js';
import { LEAST_STEPS } from './noticeable.js';

/** Milliseconds between two commits of the number of steps that the legend names. */
const SPAN_INTERVAL = 1000;

const fetchMotion = (): Promise<typeof Motion> => import('./graphMotion.js');

/** Keeps the motion above a picture; returns over how many steps a shimmer looks back. */
export function useMotion(
  canvas: RefObject<HTMLCanvasElement | null>,
  store: NumbersStore,
  settings: MotionSettings,
): number {
  const motion = useRef<GraphMotion | null>(null);
  const [span, setSpan] = useFrameState(LEAST_STEPS);
  // Fetched after the first picture, and not at all where nothing moves.
  const parts = useOnDemand(settings.geometry !== null, fetchMotion);
  useEffect(() => {
    const picture = canvas.current;
    if (!picture || !parts) return;
    const throttle = createThrottle(SPAN_INTERVAL, setSpan);
    const created = parts.createGraphMotion(picture, store, throttle.request);
    motion.current = created;
    return () => {
      throttle.reset();
      created.destroy();
      motion.current = null;
    };
  }, [canvas, store, parts, setSpan]);
  useEffect(() => motion.current?.update(settings), [parts, settings]);
  return span;
}
