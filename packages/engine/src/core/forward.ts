import { activate } from './activations.js';
import { checkFinite, checkInteger } from './check.js';
import { multiplyForward } from './dense.js';
import { NeuroglowError } from './error.js';
import type { FloatArray, Layer, Network } from './network.js';
import type { LayerActivations } from './trainer.js';

/**
 * z = w·x + b and a = f(z) of every neuron for each row of inputs.
 * @param inputs row-major [rows × inputs], of the network's number type
 * @param rows default: as many as the length gives
 * @throws `invalid-input` where the length does not fit, `not-finite` for NaN or ±∞.
 */
export function forward<A extends FloatArray>(network: Network<A>, inputs: A, rows?: number): LayerActivations<A> {
  const width = network.layers[0]!.neurons;
  const count = rows ?? inputs.length / width;
  if (rows !== undefined) checkInteger(rows, 'rows', 1, 0xffffffff, 'invalid-input');
  if (!Number.isInteger(count) || count < 1 || inputs.length !== count * width) {
    throw new NeuroglowError(
      'invalid-input',
      `inputs: expected ${rows ?? 'whole'} rows of ${width} numbers, got ${inputs.length} numbers; pass rows × ${width} of them.`,
    );
  }
  checkFinite(inputs, 'inputs');
  const passed = allocateActivations(network, count);
  passed.activations[0]!.set(inputs);
  passed.preActivations[0]!.set(inputs);
  forwardPass(network.layers, passed);
  return passed;
}

/** Room for a pass over that many rows, of the network's number type. */
export function allocateActivations<A extends FloatArray>(network: Network<A>, rows: number): LayerActivations<A> {
  const room = (): A[] => network.layers.map(({ neurons }) => emptyLike(network.parameters, rows * neurons));
  return { rows, preActivations: room(), activations: room() };
}

/** Zeros in the number type of `like`. */
export function emptyLike<A extends FloatArray>(like: A, length: number): A {
  return (like instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)) as A;
}

/** Fills z and a of every layer from `activations[0]`. Looks at the first `rows` rows, at most those that there is room for. */
export function forwardPass<A extends FloatArray>(
  layers: readonly Layer<A>[],
  { preActivations, activations, rows: room }: LayerActivations<A>,
  rows: number = room,
): void {
  for (let l = 1; l < layers.length; l++) {
    const layer = layers[l]!;
    const z = preActivations[l]!;
    multiplyForward(activations[l - 1]!, rows, layers[l - 1]!.neurons, layer.weights, layer.biases, layer.neurons, z);
    activate(layer, z, activations[l]!, rows);
  }
}
