import {
  forward,
  networkOf,
  parameterLayout,
  type Network,
  type NetworkDescription,
  type ParameterReference,
} from '@neuroglow/engine';
import type { GraphNumbers } from '../quantities/numbers.js';

/** What the numbers would be with a parameter changed: the network is computed here, and its source asked for nothing. */
export class Preview {
  /** The numbers as they are. */
  readonly base: GraphNumbers;
  readonly #network: Network<Float32Array> | null;

  constructor(base: GraphNumbers, description: NetworkDescription) {
    this.base = base;
    this.#network = networkWith(base, description);
  }

  /** The numbers with one parameter at a value; as they were where the network is not known well enough. */
  with(parameter: ParameterReference, value: number): GraphNumbers {
    const network = this.#network;
    const layer = network?.layers[parameter.layer];
    if (!network || !layer) return this.base;
    if (parameter.kind === 'bias') layer.biases[parameter.neuron] = value;
    else layer.weights[parameter.input * layer.neurons + parameter.neuron] = value;
    const shown: GraphNumbers = {
      ...this.base,
      weights: network.layers.map(({ weights }) => weights),
      biases: network.layers.map(({ biases }) => biases),
      // These belong to the network as it was.
      slopes: null,
      deltas: null,
      weightGradients: null,
      biasGradients: null,
    };
    const input = this.base.activations?.[0];
    if (!input?.every(Number.isFinite)) return shown;
    const { activations, preActivations } = forward(network, input);
    return { ...shown, activations, preActivations };
  }
}

/** The network that the numbers are of, in arrays of its own; null while its parameters are unknown. */
function networkWith({ weights, biases }: GraphNumbers, description: NetworkDescription): Network<Float32Array> | null {
  if (!weights || !biases) return null;
  const { layers, parameterCount } = parameterLayout(description);
  const parameters = new Float32Array(parameterCount);
  layers.forEach((stretch, layer) => {
    parameters.set(weights[layer] ?? [], stretch.weights.offset);
    parameters.set(biases[layer] ?? [], stretch.biases.offset);
  });
  return networkOf(description, parameters);
}
