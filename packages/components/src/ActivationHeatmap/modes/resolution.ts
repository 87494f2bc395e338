import type { NetworkDescription } from '@neuroglow/engine';

/** Multiply-adds that a frame's maps may take: some 5 ms of a training thread. */
const mostProducts = 1.2e7;
/** Values that a frame's maps may hold: some 5 ms of drawing. */
const mostValues = 4e5;
/** An activation function costs about as much as this many multiply-adds. */
const activationCost = 8;
const finest = 64;
const coarsest = 12;

/** Cells per side for which a layer's maps are ready in time for the next frame, by what they cost: the larger the network, the coarser. */
export function affordableResolution({ layers }: NetworkDescription, layer: number): number {
  let perCell = 0;
  for (let l = 1; l <= layer; l++) {
    const neurons = layers[l]?.neurons ?? 0;
    perCell += neurons * ((layers[l - 1]?.neurons ?? 0) + activationCost);
  }
  const shown = layers[layer]?.neurons ?? 1;
  const cells = Math.min(mostProducts / Math.max(1, perCell), mostValues / Math.max(1, shown));
  // In steps of 4, so that a neuron more does not change every picture a little.
  return Math.min(finest, Math.max(coarsest, 4 * Math.floor(Math.sqrt(cells) / 4)));
}
