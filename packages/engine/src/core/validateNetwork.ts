import { activationNames } from './activations/registry.js';
import { checkChoice, checkObject, checkOptions } from './check.js';
import { mostLayers, mostParameters, parameterLayout } from './describe.js';
import { describeLayer } from './describeLayer.js';
import { NeuroglowError } from './error.js';
import type { Activation, LayerDescription, LayerOptions, NetworkDescription } from './network.js';
import { show } from './show.js';
import { firstUntrainable, requireDense } from './trainable.js';

const code = 'invalid-network';
/** Fields that a caller may pass. Layers of an existing network also have parameters, which a new network does not take over. */
const layerFields = [
  'kind',
  'name',
  'inputs',
  'shape',
  'neurons',
  'activation',
  'slope',
  'labels',
  'features',
  'rawInputs',
  'weights',
  'biases',
];

/**
 * Checks and completes the layers that a caller describes: names, activations, slopes.
 * Sizes are whole numbers ≥ 1 with at most 2²⁶ parameters in all; softmax is possible on the output only.
 * @throws `invalid-network`, or `too-large` beyond 2²⁶ parameters.
 */
export function describeNetwork(
  layers: readonly (number | LayerOptions)[],
  activation: Activation = 'sigmoid',
  outputActivation: Activation = 'sigmoid',
): NetworkDescription {
  const given = checkLayers(layers, 'layers');
  const last = given.length - 1;
  checkChoice(activation, 'activation', activationNames, code);
  checkChoice(outputActivation, 'outputActivation', activationNames, code);
  const described: LayerDescription[] = [];
  for (const [l, layer] of given.entries()) {
    const at = `layers[${l}]`;
    const own = activationOf(layer, at);
    if (l === 0 && own !== null) {
      throw new NeuroglowError(
        code,
        `${at}.activation: expected none on the input layer, got ${show(own)}; leave it out, or set it on the next layer.`,
      );
    }
    const chosen = own ?? (l === last ? outputActivation : activation);
    checkChoice(chosen, `${at}.activation`, activationNames, code);
    const name = l === 0 ? 'input' : l === last ? 'output' : `hidden ${l}`;
    described.push(describeLayer(layer, at, l, l === 0 ? null : chosen, name, described));
  }
  const description = checkWhole({ layers: described });
  requireDense(description, 'layers');
  return description;
}

/**
 * Checks a complete description that came from elsewhere (a file, a worker, another library) and copies it. All kinds of layers
 * are accepted; see `requireDense` for what can be trained.
 * @throws `invalid-network`, or `too-large` beyond 2²⁶ parameters.
 */
export function checkDescription(description: unknown): NetworkDescription {
  checkObject(description, 'network', code);
  const described: LayerDescription[] = [];
  for (const [l, layer] of checkLayers(description['layers'], 'network.layers').entries()) {
    const at = `network.layers[${l}]`;
    checkObject(layer, at, code);
    const kind = layer['kind'] ?? (l === 0 ? 'input' : 'dense');
    const { activation } = layer;
    if (kind === 'dense' || (l > 0 && activation !== undefined && activation !== null)) {
      checkChoice(activation, `${at}.activation`, activationNames, code);
    }
    const chosen = l === 0 ? null : ((activation ?? null) as Activation | null);
    described.push(describeLayer(layer, at, l, chosen, l === 0 ? 'input' : `layer ${l}`, described));
  }
  return checkWhole({ layers: described });
}

/** A layer's own activation; null if it has none. A bare number states only the size. */
function activationOf(layer: unknown, at: string): unknown {
  if (typeof layer === 'number') return null;
  checkOptions(layer, at, layerFields, code);
  return layer['activation'] ?? null;
}

function checkLayers(layers: unknown, name: string): unknown[] {
  // Array.from turns holes into undefined, which is rejected like any other value that is not a layer.
  if (Array.isArray(layers) && layers.length >= 2 && layers.length <= mostLayers) return Array.from<unknown>(layers);
  throw new NeuroglowError(
    code,
    `${name}: expected 2 to ${mostLayers}, from input to output, got ${Array.isArray(layers) ? layers.length : show(layers)}; write for example [2, 4, 1].`,
  );
}

function checkWhole(description: NetworkDescription): NetworkDescription {
  const { layers } = description;
  const misplaced = layers.findIndex((layer, l) => layer.activation === 'softmax' && l < layers.length - 1);
  if (misplaced >= 0) {
    throw new NeuroglowError(
      code,
      `layers[${misplaced}].activation: expected an elementwise function in a hidden layer, got "softmax"; use softmax on the output layer only.`,
    );
  }
  if (firstUntrainable(description) >= 0) return description;
  const { parameterCount } = parameterLayout(description);
  if (parameterCount > mostParameters) {
    throw new NeuroglowError(
      'too-large',
      `layers: expected at most ${mostParameters} parameters, got ${parameterCount}; make the layers smaller.`,
    );
  }
  return description;
}
