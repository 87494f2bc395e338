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
import type { SeriesViews, ViewKind, Views } from './view.js';

export type ViewDefinitions = {
  readonly [K in ViewKind]: AnyViewDefinition<Views[K]['view']> & {
    readonly sort: K extends keyof SeriesViews ? 'series' : 'state';
  };
};

/** Every kind of view: what a view may say and what it needs. `computes.ts` lists how their frames are computed. */
export const viewDefinitions: ViewDefinitions = {
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
