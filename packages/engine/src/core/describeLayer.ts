import type { Activation } from './activations/registry.js';
import { checkChoice, checkInteger, checkNumber, checkObject } from './check.js';
import { mostParameters } from './describe.js';
import { NeuroglowError } from './error.js';
import { featureNames, type InputFeature } from './features.js';
import { neuronsIn, shapeText, type GivenLayer, type LayerKindDefinition } from './layerKinds/layerKind.js';
import { layerKindNames, layerKinds } from './layerKinds/registry.js';
import type { LayerDescription, LayerShape } from './network.js';
import { show } from './show.js';

const code = 'invalid-network';

/** Default slope of leakyRelu. */
export const defaultSlope = 0.01;

/**
 * Checks and completes the description of layer `l`: its kind, its inputs among the layers `before`, and the shape that follows.
 * Copies everything, so that later changes of the caller's arrays have no effect. A bare number is a layer of that many neurons.
 */
export function describeLayer(
  given: unknown,
  at: string,
  l: number,
  activation: Activation | null,
  defaultName: string,
  before: readonly LayerDescription[],
): LayerDescription {
  const layer: unknown = typeof given === 'number' ? { neurons: given } : given;
  checkObject(layer, at, code);
  const { slope = defaultSlope, name = defaultName } = layer;
  const kind = layer['kind'] ?? (l === 0 ? 'input' : 'dense');
  checkChoice(kind, `${at}.kind`, layerKindNames, code);
  checkPlace(kind, l, at);
  const definition = layerKinds[kind] as LayerKindDefinition<object>;
  const inputs = checkInputs(layer['inputs'], definition.inputs, l, at);
  const options = definition.options(layer, at);
  const inputShapes = inputs.map((index) => before[index]!.shape);
  const shape = checkShapeOf(layer, definition.shapeFrom(inputShapes, options, at), at);
  const neurons = neuronsIn(shape);
  checkNumber(slope, `${at}.slope`, 'a finite number', () => true, code);
  if (typeof name !== 'string') {
    throw new NeuroglowError(code, `${at}.name: expected a string, got ${show(name)}; give a string or leave it out.`);
  }
  const { features } = options as { readonly features?: readonly InputFeature[] };
  const labels = layer['labels'] ?? (features ? featureNames(features) : null);
  // The fields of this kind are those that its definition has just made.
  return {
    kind,
    name,
    inputs,
    shape,
    neurons,
    activation,
    slope,
    labels: copyLabels(labels, neurons, at),
    ...options,
  } as LayerDescription;
}

function checkPlace(kind: LayerDescription['kind'], l: number, at: string): void {
  if ((kind === 'input') === (l === 0)) return;
  throw new NeuroglowError(
    code,
    `${at}.kind: expected ${l === 0 ? '"input" for the first layer' : 'any kind but "input" after the first layer'}, got "${kind}"; leave it out or correct it.`,
  );
}

function checkInputs(
  given: unknown,
  [least, most]: readonly [least: number, most: number],
  l: number,
  at: string,
): readonly number[] {
  const inputs = given ?? (l === 0 ? [] : [l - 1]);
  if (!Array.isArray(inputs) || inputs.length < least || inputs.length > most) {
    const expected = least === most ? `${least}` : `${least} to ${most}`;
    throw new NeuroglowError(
      code,
      `${at}.inputs: expected a list of ${expected} indices of earlier layers, got ${show(inputs)}; list the layers whose outputs it takes.`,
    );
  }
  return Array.from(inputs, (index: unknown, k) => {
    checkInteger(index, `${at}.inputs[${k}]`, 0, l - 1, code);
    return index;
  });
}

/** The shape given, or the one that follows from the inputs; both must agree, and the number of neurons with them. */
function checkShapeOf(layer: GivenLayer, inferred: LayerShape | null, at: string): LayerShape {
  const { neurons } = layer;
  const given = layer['shape'] ?? null;
  if (neurons !== undefined) checkInteger(neurons, `${at}.neurons`, 1, mostParameters, code);
  if (given === null) {
    if (inferred === null) {
      checkInteger(neurons, `${at}.neurons`, 1, mostParameters, code);
      return [neurons];
    }
    checkNeurons(neurons, inferred, at);
    return inferred;
  }
  const shape = copyShape(given);
  const size = inferred ? neuronsIn(inferred) : neurons;
  const isWhole =
    shape !== null && neuronsIn(shape) <= mostParameters && (size === undefined || neuronsIn(shape) === size);
  if (!isWhole) {
    const product = size === undefined ? '' : ` whose product is ${size}`;
    throw new NeuroglowError(
      code,
      `${at}.shape: expected [rows, columns]${product}, or [neurons] or [rows, columns, channels], got ${Array.isArray(given) ? `[${given.map(show).join(', ')}]` : show(given)}; correct the shape or the number of neurons.`,
    );
  }
  if (inferred !== null && inferred.length === 3 && shapeText(shape) !== shapeText(inferred)) {
    throw new NeuroglowError(
      code,
      `${at}.shape: expected ${shapeText(inferred)}, which follows from its inputs, got ${shapeText(shape)}; leave it out or correct it.`,
    );
  }
  checkNeurons(neurons, shape, at);
  return shape;
}

function checkNeurons(neurons: unknown, shape: LayerShape, at: string): void {
  if (neurons === undefined || neurons === neuronsIn(shape)) return;
  throw new NeuroglowError(
    code,
    `${at}.neurons: expected ${neuronsIn(shape)}, the product of the shape ${shapeText(shape)}, got ${show(neurons)}; leave it out or correct it.`,
  );
}

/** [rows, columns] becomes [rows, columns, 1]; null for anything that is not a shape. */
function copyShape(given: unknown): LayerShape | null {
  const sides: unknown[] = Array.isArray(given) ? given : [];
  const [first, second, third = 1] = sides;
  if (sides.length < 1 || sides.length > 3 || !isSide(first) || !isSide(third)) return null;
  if (sides.length === 1) return [first];
  return isSide(second) ? [first, second, third] : null;
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
    `${at}.labels: expected ${neurons} strings, one per neuron, got ${show(labels)}; give a label for each neuron or none at all.`,
  );
}
