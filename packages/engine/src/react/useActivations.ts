'use client';
import type { ActivationsView, InputReference } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';
import { useInput } from './useInput.js';

export interface UseActivationsOptions extends UseFrameOptions {
  /** Default: the viewer's input (see `useInput`). */
  readonly input?: InputReference | undefined;
}

/** Pre-activation and activation of every neuron for one input. */
export function useActivations(options: UseActivationsOptions = {}): FrameState<ActivationsView> {
  const [chosen] = useInput(options.source);
  const input = options.input ?? chosen;
  return useFrame<ActivationsView>(input && { kind: 'activations', input }, options);
}
