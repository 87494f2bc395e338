'use client';
import type { InputWeightsView } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';

/** The weights into the first hidden layer, one picture per neuron. */
export function useInputWeights(options: UseFrameOptions = {}): FrameState<InputWeightsView> {
  return useFrame<InputWeightsView>({ kind: 'inputWeights' }, options);
}
