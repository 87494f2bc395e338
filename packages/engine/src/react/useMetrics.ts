'use client';
import type { ConfusionMatrixView, GradientNormsView, LayerStatisticsView, View } from '../views/view.js';
import { useFrame, type FrameState, type UseFrameOptions } from './useFrame.js';

export interface UseLayerStatisticsOptions extends UseFrameOptions, Omit<LayerStatisticsView, 'kind'> {}
export interface UseConfusionMatrixOptions extends UseFrameOptions, Omit<ConfusionMatrixView, 'kind'> {}

/** Mean, spread and dead or saturated share of each layer. */
export function useMetrics(
  metric: 'layerStatistics',
  options?: UseLayerStatisticsOptions,
): FrameState<LayerStatisticsView>;
/** Counts of true against answered classes, and the accuracy of each class. */
export function useMetrics(
  metric: 'confusionMatrix',
  options?: UseConfusionMatrixOptions,
): FrameState<ConfusionMatrixView>;
/** The length of the cost's gradient, per layer and in total. */
export function useMetrics(metric: 'gradientNorms', options?: UseFrameOptions): FrameState<GradientNormsView>;
export function useMetrics(
  kind: 'layerStatistics' | 'confusionMatrix' | 'gradientNorms',
  { source, at, element, maxFps, ...details }: UseFrameOptions = {},
): FrameState<View> {
  return useFrame<View>({ kind, ...details }, { source, at, element, maxFps });
}
