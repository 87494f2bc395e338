import { computeActivations } from './activations.js';
import { computeConfusionMatrix } from './confusionMatrix.js';
import type { SettingOf } from './definition.js';
import { computeFiringRates } from './firingRates.js';
import { computeGradientNorms } from './gradientNorms.js';
import { computeGradients } from './gradients.js';
import { computeInputGradients } from './inputGradients.js';
import { computeInputWeights } from './inputWeights.js';
import { computeLayerSpace } from './layerSpace.js';
import { computeLayerStatistics } from './layerStatistics.js';
import type { Given } from './needs.js';
import { computeParameters } from './parameters.js';
import { computePasses } from './passes.js';
import type { ViewDefinitions } from './registry.js';
import { computeResponseMaps } from './responseMaps.js';
import { computeScalars } from './scalars.js';
import type { ViewKind, Views } from './view.js';

/** A method's type, because it is bivariant: the definition, not the type here, decides which needs are given. */
interface Computing<K extends ViewKind> {
  compute(view: Views[K]['view'], given: Given, setting: SettingOf<ViewDefinitions[K]>): Views[K]['frame'];
}

/** How the frame of each kind of view is computed. Only hosts import this file; a page whose frames are computed in a worker does not. */
export const viewComputes: { readonly [K in ViewKind]: Computing<K>['compute'] } = {
  parameters: computeParameters,
  activations: computeActivations,
  inputWeights: computeInputWeights,
  scalars: computeScalars,
  responseMaps: computeResponseMaps,
  gradients: computeGradients,
  firingRates: computeFiringRates,
  layerStatistics: computeLayerStatistics,
  confusionMatrix: computeConfusionMatrix,
  gradientNorms: computeGradientNorms,
  layerSpace: computeLayerSpace,
  inputGradients: computeInputGradients,
  passes: computePasses,
};
