import { viewCapabilities, type ViewCapabilities } from './capabilities.js';
import type { ViewContext, ViewSetting } from './context.js';
import type { SettingOf } from './definition.js';
import { fulfilHere } from './fulfil.js';
import type { Given, Needs } from './needs.js';
import { viewComputes, type ViewDefinitions } from './registry.js';
import { needsOfView } from './support.js';
import type { ViewKind, Views } from './view.js';

/**
 * The frame of a view at the context's step, computed from parameters and data. Plain data: it may cross between threads.
 * @throws as `needsOfView`.
 */
export function computeFrame<K extends ViewKind>(
  view: Views[K]['view'] & { kind: K },
  context: ViewContext,
): Views[K]['frame'] {
  const needs = needsOfView(view, capabilitiesOf(context));
  return viewComputes[view.kind](view, fulfilHere(needs, context), context);
}

/** The same for a source that takes its time to meet needs. All that it gives must be of the setting's step. */
export async function computeFrameFrom<K extends ViewKind>(
  view: Views[K]['view'] & { kind: K },
  setting: SettingOf<ViewDefinitions[K]> & Partial<ViewSetting>,
  capabilities: ViewCapabilities,
  fulfil: (needs: Needs) => Given | Promise<Given>,
): Promise<Views[K]['frame']> {
  const needs = needsOfView(view, capabilities);
  return viewComputes[view.kind](view, await fulfil(needs), setting);
}

function capabilitiesOf(context: ViewContext): ViewCapabilities {
  const { network, cost, training, validation, probes } = context;
  const [batches, scalars] = [context.latestBatch() !== null, context.scalars !== null];
  return viewCapabilities({ network, cost, training, validation, probes, batches, scalars });
}
