export { ActivationHeatmap } from './ActivationHeatmap.js';
export { activationHeatmapMessages, type ActivationHeatmapMessages } from './messages.js';
export type {
  ActivationHeatmapMode,
  ActivationHeatmapProps,
  ActivationHeatmapSlot,
  ConfusionProps,
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
