import { checkFinite, checkOptions, checkSeed, isNumberList } from './check.js';
import { checkShape, layersOf, parameterLayout } from './describe.js';
import { NeuroglowError } from './error.js';
import { checkInitializer, drawParameters } from './initialize.js';
import type {
  Activation,
  FloatArray,
  Initializer,
  Layer,
  LayerOptions,
  Network,
  NetworkDescription,
} from './network.js';
import { show } from './show.js';
import { describeNetwork } from './validateNetwork.js';

/** Parameters given layer by layer: for each layer after the input, weights row-major [inputs × neurons] and biases. */
export type LayerParameters = readonly { readonly weights: ArrayLike<number>; readonly biases: ArrayLike<number> }[];

export interface NetworkOptions {
  /** From input to output, at least two; a number is a layer of that many neurons. At most 2²⁶ parameters in all. */
  readonly layers: readonly (number | LayerOptions)[];
  /** Of the hidden layers. Default 'sigmoid'. */
  readonly activation?: Activation;
  /** Of the last layer. Default 'sigmoid'. */
  readonly outputActivation?: Activation;
  /** How weights start. Default `{ kind: 'glorot' }`. */
  readonly initializer?: Initializer;
  /** An integer in [0, 2³²) from which weights are drawn. Default 1. */
  readonly seed?: number;
  /** Instead of drawing: all parameters, flat (W₁, b₁, W₂, b₂, …) or layer by layer. Copied; rounded to float32. */
  readonly parameters?: ArrayLike<number> | LayerParameters;
}

const defaultInitializer: Initializer = { kind: 'glorot' };
const optionNames = ['layers', 'activation', 'outputActivation', 'initializer', 'seed', 'parameters'];

/**
 * Makes a network: its description and its parameters, drawn from the seed or given.
 * @throws `invalid-network`, `too-large`, `invalid-option`, `invalid-parameters` or `not-finite`.
 * @example createNetwork({ layers: [2, 4, 1], activation: 'tanh' })
 */
export function createNetwork(options: NetworkOptions): Network {
  checkOptions(options, 'network options', optionNames, 'invalid-network');
  const { layers, activation, outputActivation, initializer = defaultInitializer, seed = 1, parameters } = options;
  const description = describeNetwork(layers, activation, outputActivation);
  checkSeed(seed);
  checkInitializer(initializer);
  if (parameters === undefined) {
    return networkOf(description, drawParameters(description, initializer, seed), initializer, seed);
  }
  return networkOf(description, copyParameters(description, parameters), null, seed);
}

/**
 * A network over flat parameters that are used in place, not copied; layers' arrays are views into them. In Float64Array
 * for gradient checks.
 * @throws `invalid-parameters` where the length does not fit.
 */
export function networkOf<A extends FloatArray>(
  description: NetworkDescription,
  parameters: A,
  initializer: Initializer | null = null,
  seed = 1,
): Network<A> {
  return { layers: layersOf(description, parameters), parameters, initializer, seed };
}

/** The description alone: plain data, as workers and files want it. @throws `invalid-network` */
export function descriptionOf(network: NetworkDescription): NetworkDescription {
  checkShape(network);
  return {
    layers: network.layers.map((layer) => {
      const { weights: _weights, biases: _biases, ...description } = layer as Layer<FloatArray>;
      return description;
    }),
  };
}

function copyParameters(description: NetworkDescription, given: ArrayLike<number> | LayerParameters): Float32Array {
  const { layers, parameterCount } = parameterLayout(description);
  const parameters = new Float32Array(parameterCount);
  if (isLayerByLayer(given)) {
    if (given.length !== layers.length - 1) {
      throw mismatch('parameters', `${layers.length - 1} entries, one for each layer after the input`, given);
    }
    for (const [index, entry] of given.entries()) {
      const { weights, biases } = layers[index + 1]!;
      fill(parameters, weights.offset, entry.weights, weights.length, `parameters[${index}].weights`);
      fill(parameters, biases.offset, entry.biases, biases.length, `parameters[${index}].biases`);
    }
  } else {
    fill(parameters, 0, given, parameterCount, 'parameters');
  }
  return parameters;
}

function isLayerByLayer(given: ArrayLike<number> | LayerParameters): given is LayerParameters {
  return (
    Array.isArray(given) && given.length > 0 && given.every((entry) => typeof entry === 'object' && entry !== null)
  );
}

function fill(into: Float32Array, offset: number, from: unknown, length: number, name: string): void {
  if (!isNumberList(from) || from.length !== length) throw mismatch(name, `${length} numbers`, from);
  into.set(from, offset);
  checkFinite(into.subarray(offset, offset + length), `${name} (as float32)`);
}

function mismatch(name: string, expected: string, given: unknown): NeuroglowError {
  return new NeuroglowError(
    'invalid-parameters',
    `${name}: expected ${expected}, got ${show(given)}; pass the parameters of a network with the same layers.`,
  );
}
