import { activationsView } from './activations.js';
import { confusionMatrixView } from './confusionMatrix.js';
import type { AnyViewDefinition } from './definition.js';
import { firingRatesView } from './firingRates.js';
import { gradientNormsView } from './gradientNorms.js';
import { gradientsView } from './gradients.js';
import { inputGradientsView } from './inputGradients.js';
import { inputWeightsView } from './inputWeights.js';
import { layerSpaceView } from './layerSpace.js';
import { layerStatisticsView } from './layerStatistics.js';
import { parametersView } from './parameters.js';
import { passesView } from './passes.js';
import { responseMapsView } from './responseMaps.js';
import { scalarsView } from './scalars.js';
import type { ViewKind } from './view.js';

/** How each kind of view is made. */
export const viewDefinitions: { readonly [K in ViewKind]: AnyViewDefinition<K> } = {
  parameters: parametersView,
  activations: activationsView,
  inputWeights: inputWeightsView,
  scalars: scalarsView,
  responseMaps: responseMapsView,
  gradients: gradientsView,
  firingRates: firingRatesView,
  layerStatistics: layerStatisticsView,
  confusionMatrix: confusionMatrixView,
  gradientNorms: gradientNormsView,
  layerSpace: layerSpaceView,
  inputGradients: inputGradientsView,
  passes: passesView,
};

/** Every kind of view. */
export const viewKinds: readonly ViewKind[] = Object.keys(viewDefinitions) as ViewKind[];
