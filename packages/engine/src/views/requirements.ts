import { rawInputs } from '../core/features.js';
import { checkFinite, checkInteger, checkObject } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { firstUntrainable } from '../core/trainable.js';
import type { NetworkDescription } from '../core/network.js';
import type { DataCapabilities, ViewCapabilities } from './capabilities.js';
import type { Needs } from './needs.js';

const code = 'invalid-view';

/** The network; throws if the source has none. */
export function requireNetwork({ network }: ViewCapabilities): NetworkDescription {
  if (network !== null) return network;
  throw new NeuroglowError(
    'unsupported',
    'This needs a network, and this source has none or does not know it yet; look at its curves.',
  );
}

/** Throws unless the source has the means to meet the needs. */
export function requireMeans({ parameters, activations, kernel, batch, scalars }: Needs, has: ViewCapabilities): void {
  const { network, given } = has;
  if (parameters && network !== null) requireComputable(network, given?.activations === true ? 'weights are' : null);
  if (activations && network !== null && given?.activations !== true) {
    requireComputable(network, null, given?.activations);
  }
  if (kernel && given?.kernels !== true) {
    throw new NeuroglowError(
      'unsupported',
      given?.kernels ?? 'This needs the kernels of a convolution, and this source does not read them.',
    );
  }
  if (batch && !has.batches) {
    throw new NeuroglowError(
      'unsupported',
      'This needs the rows of the latest step, and this source does not know them; look at a single row instead.',
    );
  }
  if (scalars && !has.scalars) {
    throw new NeuroglowError(
      'unsupported',
      'This source keeps no record of its cost; show the current cost, or use a source that records.',
    );
  }
}

/** Throws unless weights and activations of the network can be computed here: all of its layers are dense. */
function requireComputable(network: NetworkDescription, missing: string | null, reason?: string): void {
  const l = firstUntrainable(network);
  if (l < 0) return;
  const { kind, name } = network.layers[l]!;
  throw new NeuroglowError(
    'unsupported',
    reason ??
      `This needs dense layers only, and "${name}" is of the kind ${kind}; its shape is shown, its ${missing ?? 'weights and activations are'} not.`,
  );
}

/** Throws unless `layers`, if given, lists layers of the network. */
export function requireLayers(layers: unknown, capabilities: ViewCapabilities): void {
  if (layers === undefined) return;
  if (!Array.isArray(layers)) {
    throw new NeuroglowError(code, `layers: expected a list of layers, got ${show(layers)}; write for example [1, 2].`);
  }
  for (let i = 0; i < layers.length; i++) requireLayer(layers[i], capabilities, 0, `layers[${i}]`);
}

/** Throws unless `layer` is one of the network's, from `lowest` on. */
export function requireLayer(
  layer: unknown,
  capabilities: ViewCapabilities,
  lowest: 0 | 1,
  name = 'layer',
): asserts layer is number {
  checkInteger(layer, name, lowest, requireNetwork(capabilities).layers.length - 1, code);
}

/** Throws unless the layer is of rows, columns and channels. */
export function requireMaps(layer: unknown, capabilities: ViewCapabilities): asserts layer is number {
  requireLayer(layer, capabilities, 0);
  const { name, shape } = requireNetwork(capabilities).layers[layer]!;
  if (shape.length === 3) return;
  throw new NeuroglowError(
    'unsupported',
    `This needs a layer of rows, columns and channels, and "${name}" has ${shape.join(' × ')} neurons; choose a layer of pictures.`,
  );
}

/** Throws unless `count`, if given, is a whole number from `low` to `high`. */
export function requireCount(count: unknown, name: string, low: number, high: number): void {
  if (count !== undefined) checkInteger(count, name, low, high, code);
}

/** Throws unless `pair` is two different indices below `count`. */
export function requirePair(pair: unknown, name: string, count: number): asserts pair is readonly [number, number] {
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw new NeuroglowError(code, `${name}: expected two indices, got ${show(pair)}; write for example [0, 1].`);
  }
  const [x, y] = pair as readonly unknown[];
  checkInteger(x, `${name}[0]`, 0, count - 1, code);
  checkInteger(y, `${name}[1]`, 0, count - 1, code);
  if (x === y) {
    throw new NeuroglowError(code, `${name}: expected two different indices, got ${x} twice; choose another.`);
  }
}

/** Throws unless `quantity`, if given, is one of a neuron's two. */
export function requireQuantity(quantity: unknown, name = 'quantity'): void {
  if (quantity === undefined || quantity === 'activation' || quantity === 'preActivation') return;
  throw new NeuroglowError(
    code,
    `${name}: expected "activation" or "preActivation", got ${show(quantity)}; choose one of them.`,
  );
}

/** Throws unless the data set is there. */
export function requireData(of: unknown, capabilities: ViewCapabilities): DataCapabilities {
  if (of !== 'training' && of !== 'validation') {
    throw new NeuroglowError(code, `of: expected "training" or "validation", got ${show(of)}; choose one of them.`);
  }
  const data = capabilities[of];
  if (data) return data;
  throw new NeuroglowError(
    'unsupported',
    of === 'training'
      ? 'This needs the rows that the network learns from, and this source does not give them; look at other data.'
      : 'This needs held-out rows, and this source has none; give the training a `validation` set, or look at the training rows.',
  );
}

/** Throws unless there are rows to sample: of the named kind, or of any kind where `of` is left out. */
export function requireRows(of: unknown, capabilities: ViewCapabilities): void {
  const { training, validation, probes } = capabilities;
  if (of === 'training' || of === 'validation') {
    requireData(of, capabilities);
  } else if (of !== undefined && of !== 'probes') {
    const expected = 'expected "training", "validation" or "probes"';
    throw new NeuroglowError(code, `of: ${expected}, got ${show(of)}; choose one of them.`);
  } else if (probes === 0 && (of === 'probes' || (!training && !validation))) {
    const missing = of === 'probes' ? 'pinned inputs' : 'inputs to try';
    throw new NeuroglowError('unsupported', `This needs ${missing}, and this source has none; give it \`probes\`.`);
  }
}

/** Throws unless `input` refers to an input that is there. */
export function requireInput(input: unknown, capabilities: ViewCapabilities, name = 'input'): void {
  checkObject(input, name, code);
  if ('probe' in input) {
    if (capabilities.probes === 0) {
      throw new NeuroglowError('unsupported', 'This source has no probes; give it `probes`, or look at other inputs.');
    }
    checkInteger(input['probe'], `${name}.probe`, 0, capabilities.probes - 1, code);
  } else if ('sample' in input) {
    requireSample(input, capabilities, name);
  } else if ('values' in input) {
    requireValues(input['values'], rawInputs(requireNetwork(capabilities)), `${name}.values`);
  } else {
    throw new NeuroglowError(
      code,
      `${name}: expected { probe }, { sample } or { values }, got an object with none of them; say which input to look at.`,
    );
  }
}

/** Throws unless `input` is a row of a data set: it alone has a target. */
export function requireTarget(input: unknown, capabilities: ViewCapabilities, name = 'input'): void {
  requireInput(input, capabilities, name);
  if (typeof input === 'object' && input !== null && 'sample' in input && !('probe' in input)) return;
  throw new NeuroglowError(
    'unsupported',
    'This needs the target of the input, which only a row of a data set has; look at a row, { sample: 0 }.',
  );
}

/** Throws unless the source says which cost it minimises. */
export function requireCost({ cost }: ViewCapabilities): void {
  if (cost !== null) return;
  throw new NeuroglowError(
    'unsupported',
    'This needs the cost that training minimises, and this source does not say it.',
  );
}

function requireSample(input: Readonly<Record<string, unknown>>, capabilities: ViewCapabilities, name: string): void {
  const { sample, of = 'training' } = input;
  const { rows } = requireData(of, capabilities);
  checkInteger(sample, `${name}.sample`, 0, rows - 1, code);
}

function requireValues(values: unknown, width: number, name: string): void {
  const given: unknown[] | null = Array.isArray(values)
    ? values
    : ArrayBuffer.isView(values) && 'length' in values
      ? Array.from(values as Float32Array)
      : null;
  if (given?.length !== width) {
    throw new NeuroglowError(
      'invalid-input',
      `${name}: expected ${width} numbers, one per input, got ${show(values)}; pass one number for each input of the network.`,
    );
  }
  const odd = given.findIndex((value) => typeof value !== 'number');
  if (odd >= 0) {
    throw new NeuroglowError(
      'invalid-input',
      `${name}[${odd}]: expected a number, got ${show(given[odd])}; convert it to a number.`,
    );
  }
  checkFinite(given as number[], name);
}
