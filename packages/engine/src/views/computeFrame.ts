import { NeuroglowError } from '../core/error.js';
import { checkOptions } from '../core/check.js';
import { show } from '../core/show.js';
import { activationsView } from './activations.js';
import { viewCapabilities, type ViewCapabilities } from './capabilities.js';
import { confusionMatrixView } from './confusionMatrix.js';
import type { ViewContext, ViewDefinition } from './context.js';
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
import type { View, ViewKind, Views } from './view.js';

const definitions: { readonly [K in ViewKind]: ViewDefinition<K> } = {
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

/** Whether a view is of a range of steps, and so never of one step. */
export function isSeriesView(view: { readonly kind: ViewKind }): boolean {
  return Object.hasOwn(definitions, view.kind) && definitions[view.kind].sort === 'series';
}

/** Every kind of view. */
export const viewKinds: readonly ViewKind[] = Object.keys(definitions) as ViewKind[];

/**
 * Checks a view against what a source can give.
 * @throws `invalid-view` or `invalid-input` where it is ill-formed, `too-large` where its frame would be, `unsupported` where the source
 * lacks what it needs.
 */
export function validateView(view: View, capabilities: ViewCapabilities): void {
  checkView(view, capabilities);
}

/** true, or why this source cannot give the view, in a sentence that can be shown. */
export function supportsView(view: View, capabilities: ViewCapabilities): true | { readonly reason: string } {
  try {
    validateView(view, capabilities);
    return true;
  } catch (error) {
    if (error instanceof NeuroglowError) return { reason: error.message };
    throw error;
  }
}

/**
 * The frame of a view at the context's step, derived from parameters and data. Plain data: it may cross between threads.
 * @throws as `validateView`.
 */
export function computeFrame<K extends ViewKind>(
  view: Views[K]['view'] & { kind: K },
  context: ViewContext,
): Views[K]['frame'] {
  return checkView<K>(view, capabilitiesOf(context)).compute(view, context);
}

function checkView<K extends ViewKind>(
  view: Views[K]['view'] & { kind: K },
  capabilities: ViewCapabilities,
): ViewDefinition<K> {
  const definition = definitionOf<K>(view);
  checkOptions(view, 'view', ['kind', ...(definition.fields as readonly string[])], 'invalid-view');
  definition.validate(view, capabilities);
  return definition;
}

function capabilitiesOf(context: ViewContext): ViewCapabilities {
  const { network, cost, training, validation, probes } = context;
  const [batches, scalars] = [context.latestBatch() !== null, context.scalars !== null];
  return viewCapabilities({ network, cost, training, validation, probes, batches, scalars });
}

function definitionOf<K extends ViewKind>(view: { readonly kind: K }): ViewDefinition<K> {
  const given: unknown = view;
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : undefined;
  if (typeof kind === 'string' && Object.hasOwn(definitions, kind)) return definitions[kind as K];
  throw new NeuroglowError(
    'invalid-view',
    `view: expected { kind } with one of ${viewKinds.join(', ')}, got ${show(kind ?? given)}; name one of these kinds.`,
  );
}
