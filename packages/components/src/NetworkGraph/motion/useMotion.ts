'use client';
import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useRef, type RefObject } from 'react';
import { useFrameState } from '../../shared/useFrameState.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { createGraphMotion, type GraphMotion, type MotionSettings } from './graphMotion.js';
import { LEAST_STEPS } from './weightChanges.js';

/** Milliseconds between two commits of the number of steps that the legend names. */
const SPAN_INTERVAL = 1000;

/** Keeps the motion above a picture; returns over how many steps a shimmer looks back. */
export function useMotion(
  canvas: RefObject<HTMLCanvasElement | null>,
  store: NumbersStore,
  settings: MotionSettings,
): number {
  const motion = useRef<GraphMotion | null>(null);
  const [span, setSpan] = useFrameState(LEAST_STEPS);
  useEffect(() => {
    const picture = canvas.current;
    if (!picture) return;
    const throttle = createThrottle(SPAN_INTERVAL, setSpan);
    const created = createGraphMotion(picture, store, throttle.request);
    motion.current = created;
    return () => {
      throttle.reset();
      created.destroy();
      motion.current = null;
    };
  }, [canvas, store, setSpan]);
  useEffect(() => motion.current?.update(settings), [settings]);
  return span;
}
