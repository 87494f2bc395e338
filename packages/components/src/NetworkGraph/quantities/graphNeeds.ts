import { needKey } from '../../shared/quantities/frames.js';
import type { QuantityContext, QuantityNeed } from '../../shared/quantities/quantity.js';
import { barsOf } from '../beside/beside.js';
import type { GlyphPlan } from '../scene/sceneBuilder.js';
import type { GraphNeed } from './graphFrames.js';
import type { ShownQuantities } from './shownQuantities.js';

/** Cells a side of a response map in a neuron: more could not be seen. */
const GLYPH_RESOLUTION = 16;

/** Everything that a graph watches, each view once: for its own arithmetic, its glyphs and its quantities. */
export function graphNeeds(
  { input, gradientOf }: QuantityContext,
  { neurons, paint, connections, beside }: ShownQuantities,
  glyph: GlyphPlan | null,
): readonly GraphNeed[] {
  const bars = beside.flatMap((_, layer) => barsOf(beside, layer)?.needs ?? []);
  const asked = [...(neurons?.needs ?? []), ...(connections.needs ?? []), ...bars];
  const own: QuantityNeed[] = [{ view: { kind: 'parameters' } }];
  if (input !== null) own.push({ view: { kind: 'activations', input } });
  const of = gradientOf === 'batch' ? 'batch' : input;
  const needsGradients = paint !== null || asked.some(({ view }) => view.kind === 'gradients');
  if (needsGradients && of !== null) own.push({ view: { kind: 'gradients', of } });
  if (glyph?.kind === 'inputWeights') own.push({ view: { kind: 'inputWeights' } });
  if (glyph?.kind === 'responseMap') {
    own.push({ view: { kind: 'responseMaps', layer: glyph.layer, resolution: GLYPH_RESOLUTION } });
  }
  const needs = new Map<string, GraphNeed>(own.map((need) => [needKey(need), { ...need, isOwn: true }]));
  for (const need of asked) {
    const key = needKey(need);
    if (!needs.has(key)) needs.set(key, { ...need, isOwn: false });
  }
  return [...needs.values()];
}
