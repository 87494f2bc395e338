import type { LayerDescription } from '@neuroglow/engine';
import type { BandEnd, ConnectionBand } from '../../drawing/scenes/network.js';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import { lookOf } from '../layout/layerLooks.js';

/** How far a band that skips layers passes from those between, and its width. CSS pixels. */
const AWAY = 30;
const SKIP_WIDTH = 8;

/** Whether the connections into a layer are drawn one by one: a dense layer whose one input is the layer before, both neuron by neuron. */
export function isLined(layers: readonly LayerDescription[], layer: number): boolean {
  const here = layers[layer];
  const before = layers[layer - 1];
  if (here?.kind !== 'dense' || !before) return false;
  return here.inputs.length === 1 && here.inputs[0] === layer - 1 && lookOf(before) === 'neurons';
}

/** A band for each input of a layer whose connections are not drawn one by one. */
export function connectionBands(layers: readonly LayerDescription[], geometry: GraphGeometry): ConnectionBand[] {
  return layers.flatMap(({ inputs }, to) => {
    const here = geometry.layers[to];
    if (!here || isLined(layers, to)) return [];
    return inputs.flatMap((from): ConnectionBand[] => {
      const before = geometry.layers[from];
      if (!before) return [];
      const begin = endOf(before, before.main + before.reach);
      const end = endOf(here, here.main - here.reach);
      return [to - from === 1 ? { from, to, begin, end, bulge: 0 } : skip(geometry, from, to, begin, end)];
    });
  });
}

/** From the first neuron to the last; a layer without is as large as its block. */
function endOf({ low, high, cross, radius }: LayerGeometry, main: number): BandEnd {
  if (cross.length === 0 || radius === 0) return { main, low, high };
  return { main, low: cross[0]! - radius, high: cross[cross.length - 1]! + radius };
}

/** A narrow band that passes the layers between on the side that they leave more room. */
function skip(geometry: GraphGeometry, from: number, to: number, begin: BandEnd, end: BandEnd): ConnectionBand {
  const narrow = ({ main, low, high }: BandEnd): BandEnd => {
    const middle = (low + high) / 2;
    return { main, low: middle - SKIP_WIDTH / 2, high: middle + SKIP_WIDTH / 2 };
  };
  const between = geometry.layers.slice(from + 1, to);
  const lowest = Math.min(...between.map(({ low }) => low));
  const edge = lowest - AWAY;
  const straight = (begin.low + begin.high + end.low + end.high) / 4;
  // Beyond the edge already where it comes to the layers between, and within the picture in its middle.
  const bulge = Math.max((edge - straight) / 0.75, SKIP_WIDTH - straight);
  return { from, to, begin: narrow(begin), end: narrow(end), bulge: Math.min(0, bulge) };
}
