import { checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { viewCapabilities, type ViewCapabilities } from './capabilities.js';
import type { ViewContext, ViewSetting } from './context.js';
import type { AnyViewDefinition, SettingOf } from './definition.js';
import { fulfilHere } from './fulfil.js';
import type { Given, Needs } from './needs.js';
import { viewDefinitions, viewKinds } from './registry.js';
import { requireMeans, requireNetwork } from './requirements.js';
import type { View, ViewKind, Views } from './view.js';

/** Whether a view is of a range of steps, and so never of one step. */
export function isSeriesView(view: { readonly kind: ViewKind }): boolean {
  return Object.hasOwn(viewDefinitions, view.kind) && viewDefinitions[view.kind].sort === 'series';
}

/**
 * Checks a view against what a source can give, and says what it needs.
 * @throws `invalid-view` or `invalid-input` where it is ill-formed, `too-large` where its frame would be, `unsupported` where the source
 * cannot meet its needs.
 */
export function needsOfView(view: View, capabilities: ViewCapabilities): Needs {
  const definition = definitionOf(view);
  checkOptions(view, 'view', ['kind', ...(definition.fields as readonly string[])], 'invalid-view');
  if (definition.sort === 'state') requireNetwork(capabilities);
  const needs = definition.needs(view, capabilities);
  requireMeans(needs, capabilities);
  return needs;
}

/** true where a source can meet the view's needs, or why not, in a sentence that can be shown. */
export function supportsView(view: View, capabilities: ViewCapabilities): true | { readonly reason: string } {
  try {
    needsOfView(view, capabilities);
    return true;
  } catch (error) {
    if (error instanceof NeuroglowError) return { reason: error.message };
    throw error;
  }
}

/**
 * The frame of a view at the context's step, derived from parameters and data. Plain data: it may cross between threads.
 * @throws as `needsOfView`.
 */
export function computeFrame<K extends ViewKind>(
  view: Views[K]['view'] & { kind: K },
  context: ViewContext,
): Views[K]['frame'] {
  const needs = needsOfView(view, capabilitiesOf(context));
  return definitionOf<K>(view).compute(view, fulfilHere(needs, context), context);
}

/** The same for a source that meets needs in its own time. All that it gives must be of the setting's step. */
export async function computeFrameFrom<K extends ViewKind>(
  view: Views[K]['view'] & { kind: K },
  setting: SettingOf<K> & Partial<ViewSetting>,
  capabilities: ViewCapabilities,
  fulfil: (needs: Needs) => Given | Promise<Given>,
): Promise<Views[K]['frame']> {
  const needs = needsOfView(view, capabilities);
  return definitionOf<K>(view).compute(view, await fulfil(needs), setting);
}

function capabilitiesOf(context: ViewContext): ViewCapabilities {
  const { network, cost, training, validation, probes } = context;
  const [batches, scalars] = [context.latestBatch() !== null, context.scalars !== null];
  return viewCapabilities({ network, cost, training, validation, probes, batches, scalars });
}

function definitionOf<K extends ViewKind>(view: { readonly kind: K }): AnyViewDefinition<K> {
  const given: unknown = view;
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : undefined;
  if (typeof kind === 'string' && Object.hasOwn(viewDefinitions, kind)) return viewDefinitions[kind as K];
  throw new NeuroglowError(
    'invalid-view',
    `view: expected { kind } with one of ${viewKinds.join(', ')}, got ${show(kind ?? given)}; name one of these kinds.`,
  );
}
