import { createNetwork, type NetworkOptions } from '../core/createNetwork.js';
import type { Network } from '../core/network.js';

/** The given network, or one created from options, with `seed` as their default. Any other value is returned unchanged, to be refused later. */
export function networkFrom(network: Network | NetworkOptions, seed = 1): Network {
  return isOptions(network) ? createNetwork({ seed, ...network }) : network;
}

/** A network's layers hold their weights; in options they are numbers or plain layers. */
function isOptions(network: Network | NetworkOptions): network is NetworkOptions {
  const given: unknown = network;
  if (typeof given !== 'object' || given === null || !('layers' in given)) return false;
  const layer: unknown = Array.isArray(given.layers) ? given.layers[0] : undefined;
  return typeof layer === 'number' || (typeof layer === 'object' && layer !== null && !('weights' in layer));
}
