import { computeActivations, activationsView } from './activations.js';
import { computeConfusionMatrix, confusionMatrixView } from './confusionMatrix.js';
import type { AnyViewDefinition, SettingOf } from './definition.js';
import { computeDrops, dropsView } from './drops.js';
import { computeFeatureMaps, featureMapsView } from './featureMaps.js';
import { computeFilters, filtersView } from './filters.js';
import { computeFiringRates, firingRatesView } from './firingRates.js';
import { computeGradientNorms, gradientNormsView } from './gradientNorms.js';
import { computeGradients, gradientsView } from './gradients.js';
import { computeInputGradients, inputGradientsView } from './inputGradients.js';
import { computeInputWeights, inputWeightsView } from './inputWeights.js';
import { computeLayerSpace, layerSpaceView } from './layerSpace.js';
import { computeLayerStatistics, layerStatisticsView } from './layerStatistics.js';
import { computeNeuronHealth, neuronHealthView } from './neuronHealth.js';
import type { Given } from './needs.js';
import { computeParameters, parametersView } from './parameters.js';
import { computePasses, passesView } from './passes.js';
import { computeResponseMaps, responseMapsView } from './responseMaps.js';
import { computeSampleActivations, sampleActivationsView } from './sampleActivations.js';
import { computeScalars, scalarsView } from './scalars.js';
import { computeTopSamples, topSamplesView } from './topSamples.js';
import type { SeriesViews, ViewKind, Views } from './view.js';

export type ViewDefinitions = {
  readonly [K in ViewKind]: AnyViewDefinition<Views[K]['view']> & {
    readonly sort: K extends keyof SeriesViews ? 'series' : 'state';
  };
};

/** Every kind of view: what a view may say and what it needs. */
export const viewDefinitions: ViewDefinitions = {
  parameters: parametersView,
  activations: activationsView,
  inputWeights: inputWeightsView,
  scalars: scalarsView,
  drops: dropsView,
  responseMaps: responseMapsView,
  gradients: gradientsView,
  firingRates: firingRatesView,
  layerStatistics: layerStatisticsView,
  confusionMatrix: confusionMatrixView,
  gradientNorms: gradientNormsView,
  layerSpace: layerSpaceView,
  inputGradients: inputGradientsView,
  passes: passesView,
  sampleActivations: sampleActivationsView,
  topSamples: topSamplesView,
  neuronHealth: neuronHealthView,
  featureMaps: featureMapsView,
  filters: filtersView,
};

/** Every kind of view. */
export const viewKinds: readonly ViewKind[] = Object.keys(viewDefinitions) as ViewKind[];

/** A method's type, because it is bivariant: the definition, not the type here, decides which needs are given. */
interface Computing<K extends ViewKind> {
  compute(view: Views[K]['view'], given: Given, setting: SettingOf<ViewDefinitions[K]>): Views[K]['frame'];
}

/** How the frame of each kind of view is computed. Only hosts use it: bundlers leave it out of a page whose frames come from a worker. */
export const viewComputes: { readonly [K in ViewKind]: Computing<K>['compute'] } = {
  parameters: computeParameters,
  activations: computeActivations,
  inputWeights: computeInputWeights,
  scalars: computeScalars,
  drops: computeDrops,
  responseMaps: computeResponseMaps,
  gradients: computeGradients,
  firingRates: computeFiringRates,
  layerStatistics: computeLayerStatistics,
  confusionMatrix: computeConfusionMatrix,
  gradientNorms: computeGradientNorms,
  layerSpace: computeLayerSpace,
  inputGradients: computeInputGradients,
  passes: computePasses,
  sampleActivations: computeSampleActivations,
  topSamples: computeTopSamples,
  neuronHealth: computeNeuronHealth,
  featureMaps: computeFeatureMaps,
  filters: computeFilters,
};
