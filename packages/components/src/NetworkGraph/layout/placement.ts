import { pictureShape, type LayerDescription, type NeuronReference } from '@neuroglow/engine';
import { lookOf } from './layerLooks.js';

/** How a layer with more neurons than there is room for is shown. */
export type Collapse = 'image' | 'ellipsis' | 'page';

/** One place along a layer: a neuron, or a run of neurons that are not shown. */
export type Place =
  | { readonly kind: 'neuron'; readonly neuron: number }
  | { readonly kind: 'hidden'; readonly from: number; readonly count: number };

/** Which of a layer's neurons have a place. */
export interface LayerPlaces {
  readonly layer: number;
  /** `block`: the layer is drawn as a whole, and none of its neurons has a place. */
  readonly mode: 'all' | Collapse | 'block';
  readonly places: readonly Place[];
  /** Neurons that have no place of their own. */
  readonly hidden: number;
  readonly page: number;
  readonly pages: number;
}

export interface CollapseOptions {
  readonly maxNeurons: number;
  readonly collapse: Collapse;
  /** Layers that are shown whole. */
  readonly expanded: ReadonlySet<number>;
  /** The page of each layer that is shown in pages. */
  readonly pages: ReadonlyMap<number, number>;
  /** Neurons that always have a place: selected ones, and those with events. */
  readonly keep: readonly NeuronReference[];
}

/** Decides for each layer which neurons are shown. A layer of a shape becomes an image, which hides nothing. */
export function placeLayers(layers: readonly LayerDescription[], options: CollapseOptions): LayerPlaces[] {
  return layers.map((description, layer) => placeLayer(description, layer, options));
}

function placeLayer(description: LayerDescription, layer: number, options: CollapseOptions): LayerPlaces {
  const { neurons, shape } = description;
  const most = Math.max(1, Math.floor(options.maxNeurons));
  const whole = { layer, hidden: 0, page: 0, pages: 1 };
  if (lookOf(description) === 'block') return { ...whole, mode: 'block', places: [] };
  if (neurons <= most || options.expanded.has(layer)) {
    return { ...whole, mode: 'all', places: run(0, neurons).map((neuron) => ({ kind: 'neuron', neuron })) };
  }
  const kept = new Set(options.keep.filter((place) => place.layer === layer).map((place) => place.neuron));
  if (options.collapse === 'image' && pictureShape(shape)) {
    return { ...whole, mode: 'image', places: run(0, neurons).map((neuron) => ({ kind: 'neuron', neuron })) };
  }
  if (options.collapse === 'page') {
    const pages = Math.ceil(neurons / most);
    const page = Math.min(pages - 1, Math.max(0, options.pages.get(layer) ?? 0));
    const shown = new Set([...run(page * most, Math.min(neurons, (page + 1) * most)), ...kept]);
    return { layer, mode: 'page', places: withGaps(shown, neurons), hidden: neurons - shown.size, page, pages };
  }
  // One place of the `most` goes to the ellipsis.
  const first = Math.ceil((most - 1) / 2);
  const last = most - 1 - first;
  const shown = new Set([...run(0, first), ...run(neurons - last, neurons), ...kept]);
  return { ...whole, mode: 'ellipsis', places: withGaps(shown, neurons), hidden: neurons - shown.size };
}

/** The shown neurons in order, and what lies hidden between them. */
function withGaps(shown: ReadonlySet<number>, neurons: number): Place[] {
  const places: Place[] = [];
  let next = 0;
  for (const neuron of [...shown].filter((at) => at >= 0 && at < neurons).sort((a, b) => a - b)) {
    if (neuron > next) places.push({ kind: 'hidden', from: next, count: neuron - next });
    places.push({ kind: 'neuron', neuron });
    next = neuron + 1;
  }
  if (next < neurons) places.push({ kind: 'hidden', from: next, count: neurons - next });
  return places;
}

function run(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
