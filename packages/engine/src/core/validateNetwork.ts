import { activationNames } from './activations/registry.js';
import { checkChoice, checkInteger, checkNumber, checkObject, checkOptions } from './check.js';
import { mostLayers, mostParameters, parameterLayout } from './describe.js';
import { NeuroglowError } from './error.js';
import type { Activation, LayerDescription, LayerOptions, NetworkDescription } from './network.js';
import { show } from './show.js';

/** Slope of leakyRelu where none is given. */
export const defaultSlope = 0.01;

const mostNeurons = mostParameters;
const code = 'invalid-network';
/** What may be said of a layer; those of a made network bring their parameters, which a new one does not take over. */
const layerFields = ['neurons', 'activation', 'slope', 'name', 'shape', 'labels', 'weights', 'biases'];

/** Checks what is said of one layer; gives copies, so that a caller's arrays cannot change underneath. */
function describeLayer(given: unknown, at: string, activation: Activation | null, name: string): LayerDescription {
  const options: unknown = typeof given === 'number' ? { neurons: given } : given;
  checkObject(options, at, code);
  const { neurons, slope = defaultSlope, name: called = name, shape = null, labels = null } = options;
  checkInteger(neurons, `${at}.neurons`, 1, mostNeurons, code);
  checkNumber(slope, `${at}.slope`, 'a finite number', () => true, code);
  if (typeof called !== 'string') {
    throw new NeuroglowError(
      code,
      `${at}.name: expected a string, got ${show(called)}; give a string or leave it out.`,
    );
  }
  return {
    neurons,
    activation,
    slope,
    name: called,
    shape: copyShape(shape, neurons, at),
    labels: copyLabels(labels, neurons, at),
  };
}

function copyShape(shape: unknown, neurons: number, at: string): LayerDescription['shape'] {
  if (shape === null) return null;
  const sides: unknown[] = Array.isArray(shape) ? shape : [];
  const [rows, columns] = sides;
  if (sides.length === 2 && isSide(rows) && isSide(columns) && rows * columns === neurons) return [rows, columns];
  throw new NeuroglowError(
    code,
    `${at}.shape: expected [rows, columns] whose product is ${neurons}, got ${sides.length > 0 ? `[${sides.map(show).join(', ')}]` : show(shape)}; mend the shape or the number of neurons.`,
  );
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function copyLabels(labels: unknown, neurons: number, at: string): readonly string[] | null {
  if (labels === null) return null;
  const given: unknown[] = Array.isArray(labels) ? labels : [];
  const copied = given.filter((label) => typeof label === 'string');
  if (copied.length === neurons && given.length === neurons) return copied;
  throw new NeuroglowError(
    code,
    `${at}.labels: expected ${neurons} strings, one a neuron, got ${show(labels)}; give a label for each neuron or none at all.`,
  );
}

/**
 * Checks and completes what a caller says of the layers: names, activations, slopes.
 * Sizes are whole numbers ≥ 1 with at most 2²⁶ parameters in all; softmax stands only on the output.
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
  const described = given.map((layer, l) => {
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
    return describeLayer(layer, at, l === 0 ? null : chosen, name);
  });
  return checkWhole({ layers: described });
}

/** Checks a complete description that came from elsewhere (a file, a worker, another library) and copies it. */
export function checkDescription(description: unknown): NetworkDescription {
  checkObject(description, 'network', code);
  const layers = checkLayers(description['layers'], 'network.layers').map((layer, l) => {
    const at = `network.layers[${l}]`;
    checkObject(layer, at, code);
    const { activation } = layer;
    if (l === 0) return describeLayer(layer, at, null, 'input');
    checkChoice(activation, `${at}.activation`, activationNames, code);
    return describeLayer(layer, at, activation, `layer ${l}`);
  });
  return checkWhole({ layers });
}

/** What a layer says of its activation; null where it says nothing. A bare number says its size alone. */
function activationOf(layer: unknown, at: string): unknown {
  if (typeof layer === 'number') return null;
  checkOptions(layer, at, layerFields, code);
  return layer['activation'] ?? null;
}

function checkLayers(layers: unknown, name: string): unknown[] {
  // Array.from makes holes undefined, which is then told of like any other thing that is no layer.
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
      `layers[${misplaced}].activation: expected an elementwise function in a hidden layer, got "softmax"; softmax stands on the output layer only.`,
    );
  }
  const { parameterCount } = parameterLayout(description);
  if (parameterCount > mostParameters) {
    throw new NeuroglowError(
      'too-large',
      `layers: expected at most ${mostParameters} parameters, got ${parameterCount}; make the layers smaller.`,
    );
  }
  return description;
}
