'use client';
import type { CostHistoryView } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';

export interface UseCostHistoryOptions extends UseFrameOptions {
  /** Most points of the training cost. Default 2,048. */
  readonly points?: number | undefined;
}

/** The run's cost so far, for training and validation. */
export function useCostHistory(options: UseCostHistoryOptions = {}): FrameState<CostHistoryView> {
  const { points } = options;
  return useFrame<CostHistoryView>({ kind: 'costHistory', ...(points !== undefined && { points }) }, options);
}
