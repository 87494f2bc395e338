export { ActivationHeatmap } from './ActivationHeatmap.js';
export { activationHeatmapMessages, type ActivationHeatmapMessages } from './messages.js';
export type {
  ActivationHeatmapMode,
  ActivationHeatmapProps,
  ActivationHeatmapSlot,
  CombinationProps,
  ConfusionProps,
  HeatmapComparison,
  PlaneProps,
  ContributionProps,
  HeatmapSamples,
  HeatmapSpace,
  HeatmapTopSamples,
  LayerSpaceProps,
  SamplesProps,
  TopSamplesProps,
  HeatmapConfusion,
  HeatmapLayer,
  HeatmapLayers,
  HeatmapMatrix,
  HeatmapPictures,
  HeatmapPoints,
  InputWeightsProps,
  LayersProps,
  MatrixProps,
  ResponseMapsProps,
} from './types.js';
export type { HeatmapComponent } from './createHeatmap.js';
export {
  CombinationMaps,
  ConfusionMatrix,
  Contributions,
  InputWeights,
  LayerSpace,
  LayerStrips,
  MatrixHeatmap,
  ResponseMaps,
  SampleMatrix,
  TopSamples,
} from './ownComponents.js';
export type { HeatmapElement, HeatmapExport } from './exporting.js';
