/** The public surface of `@neuroglow/components`. */

// COMPONENTS
export {
  ActivationHeatmap,
  activationHeatmapMessages,
  type ActivationHeatmapMessages,
  type ActivationHeatmapMode,
  type ActivationHeatmapProps,
  type ActivationHeatmapSlot,
  CombinationMaps,
  type CombinationProps,
  type ConfusionProps,
  type HeatmapComparison,
  type PlaneProps,
  ConfusionMatrix,
  Contributions,
  FeatureMaps,
  Filters,
  InputWeights,
  LayerSpace,
  LayerStrips,
  MatrixHeatmap,
  ResponseMaps,
  SampleMatrix,
  TopSamples,
  type HeatmapComponent,
  type HeatmapElement,
  type HeatmapExport,
  type ContributionProps,
  type FeatureMapsProps,
  type FiltersProps,
  type HeatmapSamples,
  type HeatmapSpace,
  type HeatmapTopSamples,
  type LayerSpaceProps,
  type SamplesProps,
  type TopSamplesProps,
  type HeatmapConfusion,
  type HeatmapLayer,
  type HeatmapLayers,
  type HeatmapMatrix,
  type HeatmapPictures,
  type HeatmapPoints,
  type InputWeightsProps,
  type LayersProps,
  type MatrixProps,
  type ResponseMapsProps,
} from './ActivationHeatmap/index.js';
export {
  CostPlot,
  costPlotMessages,
  type AxisScale,
  type BandKind,
  type CostPlotElement,
  type CostPlotMessages,
  type CostPlotProps,
  type CostPlotSlot,
  type CostScale,
  type CostValues,
  type CurveSummary,
  type PlainSeries,
  type PlotRun,
  type PlotX,
} from './CostPlot/index.js';
export {
  LearningTrace,
  learningTraceMessages,
  type LearningTraceMessages,
  type LearningTraceProps,
  type LearningTraceSlot,
  type LearningTraceValues,
  type TraceCrossing,
  type TraceRow,
} from './LearningTrace/index.js';
export { Legend, legendMessages, type LegendMessages, type LegendProps } from './Legend/index.js';
export {
  TimelineScrubber,
  timelineScrubberMessages,
  type DropSearch,
  type TimelineScrubberMessages,
  type TimelineScrubberProps,
  type TimelineScrubberSlot,
} from './TimelineScrubber/index.js';
export {
  TrainingControls,
  trainingControlsMessages,
  type TrainingControlsMessages,
  type TrainingControlsPart,
  type TrainingControlsProps,
  type TrainingControlsSlot,
  type TrainingControlsValues,
} from './TrainingControls/index.js';
export type { LegendEntry, ScaleEntry, SignEntry, SwatchEntry } from './shared/legend/legendEntry.js';
export { createDomainGroup, type DomainGroup } from './shared/domainGroup.js';
export type { DomainChoice } from './shared/domainChoice.js';
export type { ComponentProps } from './shared/componentProps.js';
export type { CommonMessages } from './shared/messages.js';
export type { NumberFormat } from './shared/number.js';

// GRAPH
export {
  NetworkGraph,
  networkGraphMessages,
  type Collapse,
  type ConnectionColor,
  type ConnectionReference,
  type Exporter,
  type ExportOptions,
  type LayerBars,
  type LayerBeside,
  type LayerCustom,
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
  type Orientation,
  type RenderedNeuron,
} from './NetworkGraph/index.js';

// QUANTITIES
export {
  defineConnectionQuantity,
  defineNeuronQuantity,
  type ConnectionQuantity,
  type FramesOf,
  type NeuronQuantity,
  type QuantityContext,
  type QuantityMessages,
  type QuantityNeed,
  type QuantityVoice,
  type QuantityWords,
} from './shared/quantities/quantity.js';
export {
  connectionQuantities,
  neuronQuantities,
  type ConnectionQuantityName,
  type NeuronQuantityName,
} from './shared/quantities/registry.js';
export type { Domain, DomainRule } from './shared/domain.js';
