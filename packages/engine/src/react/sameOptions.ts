/** How typed arrays are compared: 'identity' never reads them; 'content' does. */
export type ArrayComparison = 'identity' | 'content';

/**
 * Whether two sets of training options ask for the same session. Plain fields are compared by structure, so literals written
 * during render are equal. A network is compared by its layers, seed and parameters, since `createNetwork` called during render makes
 * equal ones.
 */
export function sameOptions(one: unknown, other: unknown, arrays: ArrayComparison): boolean {
  if (Object.is(one, other)) return true;
  if (one instanceof Float32Array && other instanceof Float32Array) {
    return arrays === 'content' && sameElements(one, other, Object.is);
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return sameElements(one, other, (left, right) => sameOptions(left, right, arrays));
  }
  if (!isPlain(one) || !isPlain(other)) return false;
  if (isNetwork(one) && isNetwork(other)) return sameNetworks(one, other);
  const left = given(one);
  const right = given(other);
  return left.size === right.size && [...left].every(([key, value]) => sameOptions(value, right.get(key), arrays));
}

/** Options that are undefined are ignored. */
function given(structure: object): Map<string, unknown> {
  return new Map(Object.entries(structure).filter(([, value]) => value !== undefined));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function sameElements<T>(one: ArrayLike<T>, other: ArrayLike<T>, areSame: (one: T, other: T) => boolean): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (!areSame(one[i]!, other[i]!)) return false;
  return true;
}

interface NetworkLike {
  readonly layers: readonly object[];
  readonly parameters: Float32Array;
}

function isNetwork(value: object): value is NetworkLike {
  return (
    'parameters' in value &&
    value.parameters instanceof Float32Array &&
    'layers' in value &&
    Array.isArray(value.layers)
  );
}

function sameNetworks(one: NetworkLike, other: NetworkLike): boolean {
  return (
    sameOptions(withoutNumbers(one), withoutNumbers(other), 'identity') &&
    sameOptions(one.parameters, other.parameters, 'content')
  );
}

/** A network's layers are views into its parameters, which are compared once. */
function withoutNumbers(network: NetworkLike): object {
  const layers = network.layers.map((layer) => ({ ...layer, weights: undefined, biases: undefined }));
  return { ...network, layers, parameters: undefined };
}
