import { checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ViewCapabilities } from './capabilities.js';
import type { Needs } from './needs.js';
import { viewDefinitions, viewKinds, type ViewDefinitions } from './registry.js';
import { requireMeans, requireNetwork } from './requirements.js';
import type { View, ViewKind } from './view.js';

/** Whether a view shows a range of steps, and so cannot be asked for at one step. */
export function isSeriesView(view: { readonly kind: ViewKind }): boolean {
  return Object.hasOwn(viewDefinitions, view.kind) && viewDefinitions[view.kind].sort === 'series';
}

/**
 * Checks a view against what a source can give, and returns what it needs.
 * @throws `invalid-view` or `invalid-input` for an ill-formed view, `too-large` if its frame would be, `unsupported` if the source cannot
 * meet its needs.
 */
export function needsOfView(view: View, capabilities: ViewCapabilities): Needs {
  const definition = definitionOf(view);
  checkOptions(view, 'view', ['kind', ...(definition.fields as readonly string[])], 'invalid-view');
  if (definition.sort === 'state') requireNetwork(capabilities);
  const needs = definition.needs(view as never, capabilities);
  requireMeans(needs, capabilities);
  return needs;
}

/** true if a source can meet the view's needs; otherwise why not, in a sentence that can be shown. */
export function supportsView(view: View, capabilities: ViewCapabilities): true | { readonly reason: string } {
  try {
    needsOfView(view, capabilities);
    return true;
  } catch (error) {
    if (error instanceof NeuroglowError) return { reason: error.message };
    throw error;
  }
}

function definitionOf<K extends ViewKind>(view: { readonly kind: K }): ViewDefinitions[K] {
  const given: unknown = view;
  const kind = typeof given === 'object' && given !== null && 'kind' in given ? given.kind : undefined;
  if (typeof kind === 'string' && Object.hasOwn(viewDefinitions, kind)) return viewDefinitions[kind as K];
  throw new NeuroglowError(
    'invalid-view',
    `view: expected { kind } with one of ${viewKinds.join(', ')}, got ${show(kind ?? given)}; name one of these kinds.`,
  );
}
