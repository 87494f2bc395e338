export {
  ActivationHeatmap,
  type ActivationHeatmapMode,
  type ActivationHeatmapProps,
  type ActivationHeatmapSlot,
} from './ActivationHeatmap.js';
export { activationHeatmapMessages, type ActivationHeatmapMessages } from './messages.js';
export type { HeatmapLayer, HeatmapPictures, HeatmapValues } from './values.js';
