'use client';
import type { ParametersView } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';

/** Every weight and bias. */
export function useParameters(options: UseFrameOptions = {}): FrameState<ParametersView> {
  return useFrame<ParametersView>({ kind: 'parameters' }, options);
}
