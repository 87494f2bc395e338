import { checkChoice, checkInteger, checkObject } from './check.js';
import { NeuroglowError } from './error.js';
import type { FloatArray } from './floatArray.js';
import { show } from './show.js';
import { cos, sin } from './sine.js';

/**
 * A number computed from raw inputs x₀, x₁, …: a raw input itself; the product of several (x₀², x₀·x₁; the same index may come
 * twice); or the sine of one.
 */
export type InputFeature =
  | { readonly term: 'value'; readonly of: number }
  | { readonly term: 'product'; readonly of: readonly number[] }
  | { readonly term: 'sin'; readonly of: number };

const terms = ['value', 'product', 'sin'] as const;
const mostRawInputs = 65_536;
const mostFactors = 16;
const mostFeatures = 65_536;

/** Anything that may have features: a network's description. */
interface WithInput {
  readonly layers: readonly { readonly neurons: number }[];
}

/** The features of a network's input layer; undefined where it takes raw inputs as they are. */
function featuresOf({ layers }: WithInput): readonly InputFeature[] | undefined {
  return (layers[0] as { readonly features?: readonly InputFeature[] | null }).features ?? undefined;
}

/** Checks and copies features. @throws `invalid-network` */
export function checkFeatures(given: unknown, name: string): readonly InputFeature[] {
  if (!Array.isArray(given) || given.length < 1 || given.length > mostFeatures) {
    throw new NeuroglowError(
      'invalid-network',
      `${name}: expected a list of features, got ${show(given)}; write for example [{ term: 'value', of: 0 }, { term: 'product', of: [0, 1] }].`,
    );
  }
  return Array.from(given, (feature: unknown, k) => checkFeature(feature, `${name}[${k}]`));
}

function checkFeature(feature: unknown, at: string): InputFeature {
  checkObject(feature, at, 'invalid-network');
  const { term, of } = feature;
  checkChoice(term, `${at}.term`, terms, 'invalid-network');
  if (term !== 'product') {
    checkInteger(of, `${at}.of`, 0, mostRawInputs - 1, 'invalid-network');
    return { term, of };
  }
  if (!Array.isArray(of) || of.length < 1 || of.length > mostFactors) {
    throw new NeuroglowError(
      'invalid-network',
      `${at}.of: expected a list of 1 to ${mostFactors} raw inputs to multiply, got ${show(of)}; write for example [0, 1].`,
    );
  }
  return {
    term,
    of: Array.from(of, (index: unknown, k) => {
      checkInteger(index, `${at}.of[${k}]`, 0, mostRawInputs - 1, 'invalid-network');
      return index;
    }),
  };
}

/** Checks how long raw rows are said to be. @throws `invalid-network` */
export function checkRawInputs(given: unknown, features: readonly InputFeature[] | null, name: string): number {
  if (features === null) {
    throw new NeuroglowError(
      'invalid-network',
      `${name}: expected it only together with features, got ${show(given)}; without features give neurons instead.`,
    );
  }
  checkInteger(
    given,
    `${name} (features name input ${largestIndex(features)})`,
    ...rawRange(features),
    'invalid-network',
  );
  return given;
}

function rawRange(features: readonly InputFeature[]): [low: number, high: number] {
  return [1 + largestIndex(features), mostRawInputs];
}

/**
 * How many numbers a raw row has: with features, what the input layer says in `rawInputs`, or else one more than the largest index that they
 * name; without features, one per input neuron.
 */
export function rawInputs(network: WithInput): number {
  const features = featuresOf(network);
  if (!features) return network.layers[0]!.neurons;
  return (network.layers[0] as { readonly rawInputs?: number | null }).rawInputs ?? 1 + largestIndex(features);
}

function largestIndex(features: readonly InputFeature[]): number {
  return features.reduce((largest, { of }) => Math.max(largest, ...(typeof of === 'number' ? [of] : of)), 0);
}

/**
 * The values of the input layer for raw rows: [rows × raw inputs] → [rows × features], computed in float64 and rounded once. This is the
 * only place where raw inputs become features. Returns `raw` itself if the network has no features.
 */
export function expandFeatures<A extends FloatArray>(network: WithInput, raw: A, rows: number): A {
  const features = featuresOf(network);
  if (!features) return raw;
  const width = rawInputs(network);
  const expanded = (
    raw instanceof Float64Array ? new Float64Array(rows * features.length) : new Float32Array(rows * features.length)
  ) as A;
  for (let row = 0, to = 0; row < rows; row++) {
    for (const feature of features) expanded[to++] = valueOf(feature, raw, row * width);
  }
  return expanded;
}

function valueOf(feature: InputFeature, raw: FloatArray, from: number): number {
  if (feature.term === 'value') return raw[from + feature.of]!;
  if (feature.term === 'sin') return sin(raw[from + feature.of]!);
  let product = 1;
  for (const index of feature.of) product *= raw[from + index]!;
  return product;
}

/** A data set with the input layer's values in place of raw inputs; the same object if there are no features. */
export function expandDataset<D extends { readonly inputs: Float32Array; readonly rows: number }>(
  network: WithInput,
  dataset: D,
): D {
  const inputs = expandFeatures(network, dataset.inputs, dataset.rows);
  return inputs === dataset.inputs ? dataset : { ...dataset, inputs };
}

/** From a gradient by features to one by raw inputs, for one row: the transposed Jacobian times the gradient. */
export function gradientOfRawInputs(network: WithInput, raw: Float32Array, gradient: Float32Array): Float32Array {
  const features = featuresOf(network);
  if (!features) return gradient;
  const sums = new Float64Array(rawInputs(network));
  for (const [k, feature] of features.entries()) {
    const g = gradient[k]!;
    if (feature.term === 'value') sums[feature.of]! += g;
    else if (feature.term === 'sin') sums[feature.of]! += g * cos(raw[feature.of]!);
    else {
      for (const [factor, index] of feature.of.entries()) {
        let others = g;
        for (const [k, other] of feature.of.entries()) if (k !== factor) others *= raw[other]!;
        sums[index]! += others;
      }
    }
  }
  return Float32Array.from(sums);
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const inDigits = (value: number, digits: string): string =>
  String(value).replace(/\d/g, (digit) => digits[Number(digit)]!);

/** Short names of features: x, y, x², x·y, sin x for up to two raw inputs, else x₁, x₂, …. */
export function featureNames(features: readonly InputFeature[]): readonly string[] {
  const largest = largestIndex(features);
  const nameOf = (index: number): string => (largest < 2 ? 'xy'[index]! : `x${inDigits(index + 1, subscripts)}`);
  return features.map((feature) => {
    if (feature.term === 'value') return nameOf(feature.of);
    if (feature.term === 'sin') return `sin ${nameOf(feature.of)}`;
    const powers = new Map<number, number>();
    for (const index of feature.of) powers.set(index, (powers.get(index) ?? 0) + 1);
    return Array.from(
      powers,
      ([index, power]) => nameOf(index) + (power > 1 ? inDigits(power, superscripts) : ''),
    ).join('·');
  });
}
