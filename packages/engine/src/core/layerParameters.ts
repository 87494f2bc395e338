import { checkInteger } from './check.js';
import { parameterLayout, type Stretch } from './describe.js';
import { NeuroglowError } from './error.js';
import type { NetworkDescription } from './network.js';
import { show } from './show.js';

/**
 * Where the parameters of some layers lie in the flat array: W and b of each, in the network's order, neighbours joined.
 * @throws `invalid-option` for anything but a list of layers of the network
 */
export function stretchesOf(network: NetworkDescription, layers: readonly number[]): readonly Stretch[] {
  checkLayers(layers, network);
  const stretches: Stretch[] = [];
  for (const [l, { weights, biases }] of parameterLayout(network).layers.entries()) {
    if (!layers.includes(l)) continue;
    const length = weights.length + biases.length;
    const before = stretches.at(-1);
    if (before !== undefined && before.offset + before.length === weights.offset) {
      stretches[stretches.length - 1] = { offset: before.offset, length: before.length + length };
    } else stretches.push({ offset: weights.offset, length });
  }
  return stretches;
}

/** A copy of the parameters of some layers: W and b of each, in the network's order. @throws as `stretchesOf` */
export function copyLayers(
  parameters: Float32Array,
  network: NetworkDescription,
  layers: readonly number[],
): Float32Array {
  const stretches = stretchesOf(network, layers);
  const copy = new Float32Array(stretches.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const { offset, length } of stretches) {
    copy.set(parameters.subarray(offset, offset + length), at);
    at += length;
  }
  return copy;
}

function checkLayers(layers: unknown, network: NetworkDescription): void {
  if (!Array.isArray(layers)) {
    throw new NeuroglowError(
      'invalid-option',
      `layers: expected a list of layers, got ${show(layers)}; write for example [1, 2].`,
    );
  }
  for (let i = 0; i < layers.length; i++) checkInteger(layers[i], `layers[${i}]`, 0, network.layers.length - 1);
}
