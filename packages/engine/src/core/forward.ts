import { checkFinite, checkInteger, checkObject } from './check.js';
import { NeuroglowError } from './error.js';
import type { FloatArray, Network } from './network.js';
import { allocateForward, passForward } from './pass.js';
import { show } from './show.js';
import type { LayerActivations } from './trainer.js';

/**
 * z = w·x + b and a = f(z) of every neuron for each row of inputs.
 * @param inputs row-major [rows × inputs], of the network's number type
 * @param rows default: as many as the length gives
 * @throws `invalid-input` where the length does not fit, `not-finite` for NaN or ±∞.
 */
export function forward<A extends FloatArray>(network: Network<A>, inputs: A, rows?: number): LayerActivations<A> {
  checkNetwork(network);
  const count = checkRows(network.layers[0]!.neurons, inputs, rows, 'inputs');
  const room = allocateForward(network, count);
  room.activations[0]!.set(inputs);
  passForward(network.layers, room, count);
  const { preActivations, activations } = room;
  return { rows: count, preActivations, activations };
}

/** @throws `invalid-network` for what is no network with parameters. */
export function checkNetwork(network: unknown): void {
  checkObject(network, 'network', 'invalid-network');
  const { layers, parameters } = network;
  if (!Array.isArray(layers) || layers.length < 2 || !isFloatArray(parameters)) {
    throw new NeuroglowError(
      'invalid-network',
      `network: expected layers and parameters, got ${show(layers)} and ${show(parameters)}; make one with createNetwork.`,
    );
  }
}

function isFloatArray(value: unknown): value is FloatArray {
  return value instanceof Float32Array || value instanceof Float64Array;
}

/** How many rows of `width` numbers `values` holds; throws where they are not whole, not `rows`, or not finite. */
export function checkRows(width: number, values: unknown, rows: number | undefined, name: string): number {
  if (rows !== undefined) checkInteger(rows, 'rows', 1, 0xffffffff, 'invalid-input');
  if (!isFloatArray(values)) {
    throw new NeuroglowError(
      'invalid-input',
      `${name}: expected a Float32Array or Float64Array, got ${show(values)}; pass rows × ${width} numbers in one.`,
    );
  }
  const count = rows ?? values.length / width;
  if (!Number.isInteger(count) || count < 1 || values.length !== count * width) {
    throw new NeuroglowError(
      'invalid-input',
      `${name}: expected ${rows ?? 'one or more whole'} rows of ${width} numbers, got ${values.length} numbers; pass rows × ${width} of them.`,
    );
  }
  checkFinite(values, name);
  return count;
}
