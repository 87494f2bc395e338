'use client';
import type { ResponseMapsView } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';

export interface UseResponseMapsOptions extends UseFrameOptions, Omit<ResponseMapsView, 'kind'> {}

/** Each neuron of a layer over a plane of two inputs: a slice if the network has more inputs. */
export function useResponseMaps(options: UseResponseMapsOptions): FrameState<ResponseMapsView> {
  const { source, at, element, maxFps, ...slice } = options;
  return useFrame<ResponseMapsView>({ kind: 'responseMaps', ...slice }, { source, at, element, maxFps });
}
