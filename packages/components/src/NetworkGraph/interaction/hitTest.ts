import type { GraphGeometry, Orientation } from '../layout/geometry.js';

/** A point of the picture from its coordinates along the layers and along a layer. */
export function toPoint(orientation: Orientation, main: number, cross: number): { x: number; y: number } {
  return orientation === 'left-right' ? { x: main, y: cross } : { x: cross, y: main };
}

/** Where a neuron is, with half its size; null where it has no place. */
export function locateNeuron(
  geometry: GraphGeometry,
  layer: number,
  neuron: number,
): { x: number; y: number; radius: number } | null {
  const here = geometry.layers[layer];
  const at = here?.neurons.indexOf(neuron) ?? -1;
  if (!here || at < 0) return null;
  const { tile } = here;
  if (tile) {
    const width = tile.width / tile.columns;
    const height = tile.height / tile.rows;
    return {
      x: tile.x + ((neuron % tile.columns) + 0.5) * width,
      y: tile.y + (Math.floor(neuron / tile.columns) + 0.5) * height,
      radius: Math.min(width, height) / 2,
    };
  }
  return { ...toPoint(geometry.orientation, here.main, here.cross[at] ?? 0), radius: here.radius };
}

/** The neuron under a point, or nearest to it within a finger's reach. */
export function neuronAt(geometry: GraphGeometry, x: number, y: number): { layer: number; neuron: number } | null {
  const across = geometry.orientation === 'left-right';
  const main = across ? x : y;
  const cross = across ? y : x;
  for (const here of geometry.layers) {
    const { tile } = here;
    if (tile) {
      const column = Math.floor(((x - tile.x) / tile.width) * tile.columns);
      const row = Math.floor(((y - tile.y) / tile.height) * tile.rows);
      if (column >= 0 && column < tile.columns && row >= 0 && row < tile.rows) {
        return { layer: here.layer, neuron: row * tile.columns + column };
      }
      continue;
    }
    if (Math.abs(main - here.main) > Math.max(here.radius + 4, 10)) continue;
    const nearest = nearestOf(here.cross, cross);
    const away = Math.abs((here.cross[nearest] ?? Infinity) - cross);
    const neuron = here.neurons[nearest];
    if (neuron !== undefined && away <= Math.max(here.radius + 3, Math.min(8, here.pitch / 2))) {
      return { layer: here.layer, neuron };
    }
  }
  return null;
}

/** Index of the number nearest to a value in an ascending list. */
function nearestOf(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value - (sorted[middle] ?? 0) <= (sorted[middle + 1] ?? Infinity) - value) high = middle;
    else low = middle + 1;
  }
  return low;
}
