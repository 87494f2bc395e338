import { checkInteger } from './check.js';
import { NeuroglowError } from './error.js';
import { checkFeatures, checkRawInputs } from './features.js';
import type { FloatArray, Layer, NetworkDescription } from './network.js';
import { show } from './show.js';
import { requireDense } from './trainable.js';

/** A stretch of the flat parameters. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** Where a layer's weights and biases lie in the flat parameters; both empty for the input layer. */
export interface LayerLayout {
  readonly weights: Stretch;
  readonly biases: Stretch;
}

/** The flat parameters' order: W₁, b₁, W₂, b₂, …; W row-major [inputs × neurons]. */
export interface ParameterLayout {
  /** [l], as the network's layers; index 0 is empty. */
  readonly layers: readonly LayerLayout[];
  readonly parameterCount: number;
}

/** Most parameters that a network may have: 2²⁶, a quarter of a gigabyte in float32. */
export const mostParameters = 0x400_0000;

/** Most layers that a network may have. */
export const mostLayers = 1024;

/** Where each layer's parameters lie in the flat array. @throws `invalid-network`; `unsupported` for layers that are not dense. */
export function parameterLayout(description: NetworkDescription): ParameterLayout {
  checkShape(description);
  requireDense(description);
  const layers: LayerLayout[] = [];
  let offset = 0;
  let inputs = 0;
  for (const [l, { neurons }] of description.layers.entries()) {
    const weights = { offset, length: l === 0 ? 0 : inputs * neurons };
    const biases = { offset: offset + weights.length, length: l === 0 ? 0 : neurons };
    layers.push({ weights, biases });
    offset = biases.offset + biases.length;
    inputs = neurons;
  }
  return { layers, parameterCount: offset };
}

/** Throws unless there are layers and each states its number of neurons. */
export function checkShape(description: unknown): asserts description is NetworkDescription {
  const layers: unknown =
    typeof description === 'object' && description !== null && 'layers' in description ? description.layers : undefined;
  if (!Array.isArray(layers) || layers.length < 2 || layers.length > mostLayers) {
    throw new NeuroglowError(
      'invalid-network',
      `network: expected 2 to ${mostLayers} layers, got ${show(layers)}; make one with createNetwork.`,
    );
  }
  for (let l = 0; l < layers.length; l++) {
    if (typeof layers[l] === 'number') {
      throw new NeuroglowError(
        'invalid-network',
        `network.layers[${l}]: expected the layer of a network, got ${layers[l]}; make the network with createNetwork({ layers: [${layers.map(show).join(', ')}] }).`,
      );
    }
    const layer = layers[l] as { readonly neurons?: unknown } | null | undefined;
    checkInteger(layer?.neurons, `network.layers[${l}].neurons`, 1, mostParameters, 'invalid-network');
  }
  const { features, rawInputs, neurons } = layers[0] as Readonly<Record<'features' | 'rawInputs', unknown>> & {
    readonly neurons: number;
  };
  if (features === undefined || features === null) return;
  const checked = checkFeatures(features, 'network.layers[0].features');
  if (rawInputs !== undefined && rawInputs !== null) checkRawInputs(rawInputs, checked, 'network.layers[0].rawInputs');
  if (checked.length === neurons) return;
  throw new NeuroglowError(
    'invalid-network',
    `network.layers[0].features: expected ${neurons}, one per neuron, got ${show(features)}; make the network with createNetwork.`,
  );
}

/**
 * The layers of a network over flat parameters: weights and biases are views into `parameters`, which is not copied.
 * Throws `invalid-network`, or `invalid-parameters` where the length does not fit.
 */
export function layersOf<A extends FloatArray>(description: NetworkDescription, parameters: A): Layer<A>[] {
  const { layers, parameterCount } = parameterLayout(description);
  const isFloats = parameters instanceof Float32Array || (parameters as unknown) instanceof Float64Array;
  if (!isFloats || parameters.length !== parameterCount) {
    throw new NeuroglowError(
      'invalid-parameters',
      `parameters: expected a Float32Array of ${parameterCount} for layers of ${description.layers.map((layer) => layer.neurons).join('-')} neurons, got ${show(parameters)}; pass W₁, b₁, W₂, b₂, … of this network.`,
    );
  }
  const part = ({ offset, length }: Stretch): A => parameters.subarray(offset, offset + length) as A;
  return description.layers.map((layer, l) => ({
    ...layer,
    weights: part(layers[l]!.weights),
    biases: part(layers[l]!.biases),
  }));
}
