import type { NeuronReference } from '@neuroglow/engine';
import type { GraphGeometry } from '../layout/geometry.js';
import { locateNeuron } from './hitTest.js';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * The neuron that an arrow key leads to: along a layer to its neighbour, across layers to the one at the nearest height. Layers shown as an
 * image are walked in two dimensions, and left at their edges.
 */
export function neighbouringNeuron(
  geometry: GraphGeometry,
  from: NeuronReference,
  direction: Direction,
): NeuronReference {
  const here = geometry.layers[from.layer];
  if (!here || here.neurons.length === 0) return from;
  const at = here.neurons.indexOf(from.neuron);
  const neuronOf = (index: number): number => here.neurons[Math.min(here.neurons.length - 1, Math.max(0, index))] ?? 0;
  if (direction === 'first') return { layer: from.layer, neuron: neuronOf(0) };
  if (direction === 'last') return { layer: from.layer, neuron: neuronOf(here.neurons.length - 1) };
  const across = geometry.orientation === 'left-right';
  const horizontal = direction === 'left' || direction === 'right';
  const step = direction === 'right' || direction === 'down' ? 1 : -1;
  if (here.tile) {
    const { columns, rows } = here.tile;
    const column = (from.neuron % columns) + (horizontal ? step : 0);
    const row = Math.floor(from.neuron / columns) + (horizontal ? 0 : step);
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      return { layer: from.layer, neuron: row * columns + column };
    }
    return horizontal === across ? cross(geometry, from, step) : from;
  }
  if (horizontal === across) return cross(geometry, from, step);
  return { layer: from.layer, neuron: neuronOf(at + step) };
}

function cross(geometry: GraphGeometry, from: NeuronReference, step: number): NeuronReference {
  let layer = from.layer + step;
  // Blocks have no neurons to stop at.
  while (geometry.layers[layer]?.block) layer += step;
  const next = geometry.layers[layer];
  const here = locateNeuron(geometry, from.layer, from.neuron);
  if (!next || !here || next.neurons.length === 0) return from;
  const across = geometry.orientation === 'left-right';
  let nearest: NeuronReference = from;
  let least = Infinity;
  for (const neuron of next.neurons) {
    const there = locateNeuron(geometry, next.layer, neuron);
    if (!there) continue;
    // In a tile, the edge that faces this layer first.
    const away = across
      ? Math.abs(there.y - here.y) * 4 + Math.abs(there.x - here.x) * 0.01
      : Math.abs(there.x - here.x) * 4 + Math.abs(there.y - here.y) * 0.01;
    if (away < least) {
      least = away;
      nearest = { layer: next.layer, neuron };
    }
  }
  return nearest;
}
