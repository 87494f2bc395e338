/** The public surface of `@neuroglow/components`. */

// COMPONENTS
export {
  ActivationHeatmap,
  activationHeatmapMessages,
  type ActivationHeatmapMessages,
  type ActivationHeatmapMode,
  type ActivationHeatmapProps,
  type ActivationHeatmapSlot,
  type HeatmapLayer,
  type HeatmapPictures,
  type HeatmapValues,
} from './ActivationHeatmap/index.js';
export {
  CostPlot,
  costPlotMessages,
  type CostPlotMessages,
  type CostPlotProps,
  type CostPlotSlot,
  type CostScale,
  type CostValues,
  type PlainCurve,
} from './CostPlot/index.js';
export {
  Legend,
  legendMessages,
  TrainingControls,
  trainingControlsMessages,
  type LegendEntry,
  type LegendMessages,
  type LegendProps,
  type ScaleEntry,
  type SignEntry,
  type SwatchEntry,
  type TrainingControlsMessages,
  type TrainingControlsPart,
  type TrainingControlsProps,
  type TrainingControlsSlot,
  type TrainingControlsValues,
} from './controls/index.js';
export type { ComponentProps } from './shared/componentProps.js';
export type { CommonMessages } from './shared/messages.js';
export type { NumberFormat } from './shared/number.js';

// GRAPH
export {
  NetworkGraph,
  networkGraphMessages,
  type Collapse,
  type ConnectionColor,
  type Exporter,
  type ExportOptions,
  type Margin,
  type NetworkGraphElement,
  type NetworkGraphMessages,
  type NetworkGraphProps,
  type NetworkGraphSlot,
  type NetworkGraphValues,
  type NeuronColor,
  type NeuronColorFunction,
  type NeuronNumbers,
  type NeuronPlaceWords,
  type WatchedViewName,
  type NeuronQuantity,
  type Orientation,
  type RenderedNeuron,
} from './NetworkGraph/index.js';
