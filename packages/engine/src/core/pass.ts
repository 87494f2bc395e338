import { activate, multiplyByDerivative } from './activate.js';
import { outputDeltas } from './costs.js';
import type { Cost } from './configuration.js';
import { gradientsOfInputs, gradientsOfParameters, multiplyForward } from './dense.js';
import { layersOf } from './describe.js';
import type { FloatArray, Layer, Network } from './network.js';
import type { LayerActivations } from './trainer.js';

/** Zeros in the number type of `like`. */
export function zerosLike<A extends FloatArray>(like: A, length: number): A {
  return (like instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)) as A;
}

/** Allocates a forward pass of that many rows, in the network's number type. z and a of the input layer are one array. */
export function allocateForward<A extends FloatArray>(network: Network<A>, rows: number): LayerActivations<A> {
  const room = (): A[] => network.layers.map(({ neurons }) => zerosLike(network.parameters, rows * neurons));
  const preActivations = room();
  const activations = room();
  activations[0] = preActivations[0]!;
  return { rows, preActivations, activations };
}

/** Fills z and a of every layer for the first `rows` rows of `activations[0]`. */
export function passForward<A extends FloatArray>(
  layers: readonly Layer<A>[],
  room: LayerActivations<A>,
  rows: number,
): void {
  for (let l = 1; l < layers.length; l++) {
    const { weights, biases, neurons } = layers[l]!;
    const inputs = room.activations[l - 1]!;
    const z = room.preActivations[l]!;
    multiplyForward(inputs, rows, layers[l - 1]!.neurons, weights, biases, neurons, z);
    activate(layers[l]!, z, room.activations[l]!, rows);
  }
}

/** Buffers of a backward pass. */
export interface BackwardRoom<A extends FloatArray> {
  /** [l] δ = ∂C/∂z, row-major [rows × neurons]; empty at l = 0. */
  readonly deltas: readonly A[];
  /** ∂C/∂θ in the parameters' layout. */
  readonly gradients: A;
  /** Views into `gradients`, as the network's layers are into its parameters. */
  readonly layers: readonly Layer<A>[];
}

/** Allocates a backward pass of that many rows, in the network's number type. */
export function allocateBackward<A extends FloatArray>(network: Network<A>, rows: number): BackwardRoom<A> {
  const gradients = zerosLike(network.parameters, network.parameters.length);
  return {
    deltas: network.layers.map(({ neurons }, l) => zerosLike(network.parameters, l === 0 ? 0 : rows * neurons)),
    gradients,
    layers: layersOf(network, gradients),
  };
}

/**
 * Backpropagation after `passForward`: δ of the output from the cost, then for each layer from the last to the first
 * ∂C/∂W = aᵀδ, ∂C/∂b = Σδ, and δ of the layer before = (δWᵀ)·f′(z).
 */
export function passBackward<A extends FloatArray>(
  layers: readonly Layer<A>[],
  forward: LayerActivations<A>,
  targets: A,
  cost: Cost,
  rows: number,
  room: BackwardRoom<A>,
): void {
  const last = layers.length - 1;
  outputDeltas(
    cost,
    layers[last]!,
    forward.preActivations[last]!,
    forward.activations[last]!,
    targets,
    room.deltas[last]!,
    rows,
  );
  for (let l = last; l >= 1; l--) {
    const { weights, neurons } = layers[l]!;
    const before = layers[l - 1]!;
    const inputs = forward.activations[l - 1]!;
    const deltas = room.deltas[l]!;
    const gradients = room.layers[l]!;
    gradientsOfParameters(inputs, rows, before.neurons, deltas, neurons, gradients.weights, gradients.biases);
    if (l === 1) return;
    const deltasBefore = room.deltas[l - 1]!;
    gradientsOfInputs(deltas, rows, neurons, weights, before.neurons, deltasBefore);
    multiplyByDerivative(before, forward.preActivations[l - 1]!, inputs, deltasBefore, rows);
  }
}
