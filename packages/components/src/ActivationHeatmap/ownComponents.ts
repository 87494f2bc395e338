'use client';
import { createHeatmap, type HeatmapComponent } from './createHeatmap.js';
import { combinationMode } from './modes/combination.js';
import { confusionMode } from './modes/confusion.js';
import { contributionMode } from './modes/contribution.js';
import { featureMapsMode } from './modes/featureMaps.js';
import { filtersMode } from './modes/filters.js';
import { inputWeightsMode } from './modes/inputWeights.js';
import { layersMode } from './modes/layers.js';
import { layerSpaceMode } from './modes/layerSpace.js';
import { matrixMode } from './modes/matrix.js';
import { responseMapsMode } from './modes/responseMaps.js';
import { samplesMode } from './modes/samples.js';
import { topSamplesMode } from './modes/topSamples.js';
import type {
  CombinationProps,
  ConfusionProps,
  ContributionProps,
  FeatureMapsProps,
  FiltersProps,
  InputWeightsProps,
  LayersProps,
  LayerSpaceProps,
  MatrixProps,
  ResponseMapsProps,
  SamplesProps,
  TopSamplesProps,
} from './types.js';

// Each is marked as pure, so that a bundler leaves out those that nobody imports, and their modes with them.

/** Every layer for one input, a cell per neuron: `ActivationHeatmap` with mode `layers`. */
export const LayerStrips: HeatmapComponent<LayersProps> = /* @__PURE__ */ createHeatmap(
  'LayerStrips',
  'layers',
  layersMode,
);

/** What each neuron of the first hidden layer looks for: mode `inputWeights`. */
export const InputWeights: HeatmapComponent<InputWeightsProps> = /* @__PURE__ */ createHeatmap(
  'InputWeights',
  'inputWeights',
  inputWeightsMode,
);

/** What each input contributes to each neuron of the first hidden layer: mode `contribution`. */
export const Contributions: HeatmapComponent<ContributionProps> = /* @__PURE__ */ createHeatmap(
  'Contributions',
  'contribution',
  contributionMode,
);

/** Each neuron of a layer over a plane of two inputs: mode `responseMaps`. */
export const ResponseMaps: HeatmapComponent<ResponseMapsProps> = /* @__PURE__ */ createHeatmap(
  'ResponseMaps',
  'responseMaps',
  responseMapsMode,
);

/** How a boundary is made of neurons: mode `combination`. */
export const CombinationMaps: HeatmapComponent<CombinationProps> = /* @__PURE__ */ createHeatmap(
  'CombinationMaps',
  'combination',
  combinationMode,
);

/** Neurons × examples: mode `samples`. */
export const SampleMatrix: HeatmapComponent<SamplesProps> = /* @__PURE__ */ createHeatmap(
  'SampleMatrix',
  'samples',
  samplesMode,
);

/** The images that make each neuron fire most: mode `topSamples`. */
export const TopSamples: HeatmapComponent<TopSamplesProps> = /* @__PURE__ */ createHeatmap(
  'TopSamples',
  'topSamples',
  topSamplesMode,
);

/** The data set as a layer sees it: mode `layerSpace`. */
export const LayerSpace: HeatmapComponent<LayerSpaceProps> = /* @__PURE__ */ createHeatmap(
  'LayerSpace',
  'layerSpace',
  layerSpaceMode,
);

/** Which class is taken for which: mode `confusion`. */
export const ConfusionMatrix: HeatmapComponent<ConfusionProps> = /* @__PURE__ */ createHeatmap(
  'ConfusionMatrix',
  'confusion',
  confusionMode,
);

/** Any matrix: mode `matrix`. */
export const MatrixHeatmap: HeatmapComponent<MatrixProps> = /* @__PURE__ */ createHeatmap(
  'MatrixHeatmap',
  'matrix',
  matrixMode,
);

/** A layer's activations for one input, channel by channel: mode `featureMaps`. */
export const FeatureMaps: HeatmapComponent<FeatureMapsProps> = /* @__PURE__ */ createHeatmap(
  'FeatureMaps',
  'featureMaps',
  featureMapsMode,
);

/** The filters of a convolutional layer: mode `filters`. */
export const Filters: HeatmapComponent<FiltersProps> = /* @__PURE__ */ createHeatmap('Filters', 'filters', filtersMode);
