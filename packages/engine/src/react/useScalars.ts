'use client';
import type { ScalarsView } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';

export interface UseScalarsOptions extends Omit<UseFrameOptions, 'at'>, Omit<ScalarsView, 'kind'> {}

/** The recorded series of the run so far: its cost, that of the held-out set, and any others that the source has. */
export function useScalars(options: UseScalarsOptions = {}): FrameState<ScalarsView> {
  const { source, element, maxFps, ...series } = options;
  return useFrame<ScalarsView>({ kind: 'scalars', ...series }, { source, element, maxFps });
}
