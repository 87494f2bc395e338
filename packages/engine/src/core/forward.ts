import { activationNames } from './activations/registry.js';
import { checkChoice, checkFinite, checkInteger } from './check.js';
import { expandFeatures, rawInputs } from './features.js';
import { parameterLayout } from './describe.js';
import { NeuroglowError } from './error.js';
import type { FloatArray, Network, NetworkDescription } from './network.js';
import { allocateForward, passForward } from './pass.js';
import { show } from './show.js';
import type { LayerActivations } from './trainer.js';

/**
 * z = w·x + b and a = f(z) of every neuron for each row of inputs.
 * @param inputs row-major [rows × raw inputs], of the network's number type
 * @param rows default: as many as the length gives
 * @throws `invalid-input` where the length does not fit, `not-finite` for NaN or ±∞, `invalid-network`, `too-large`.
 */
export function forward<A extends FloatArray>(network: Network<A>, inputs: A, rows?: number): LayerActivations<A> {
  checkNetwork(network);
  const count = checkRows(rawInputs(network), inputs, rows, 'inputs');
  checkRoom(network, count);
  const room = allocateForward(network, count);
  room.activations[0]!.set(expandFeatures(network, inputs, count));
  passForward(network.layers, room, count);
  const { preActivations, activations } = room;
  return { rows: count, preActivations, activations };
}

/** @throws `invalid-network` for anything but a network with parameters. */
export function checkNetwork(network: unknown): asserts network is Network<FloatArray> {
  const { layers, parameterCount } = parameterLayout(network as Network);
  const { layers: given, parameters } = network as Network;
  const isWhole =
    isFloatArray(parameters) &&
    parameters.length === parameterCount &&
    layers.every(({ weights, biases }, l) => {
      const layer = given[l] as { readonly weights: unknown; readonly biases: unknown };
      return isFloatsOf(layer.weights, weights.length) && isFloatsOf(layer.biases, biases.length);
    });
  if (isWhole) {
    for (let l = 1; l < given.length; l++) {
      // A hand-made network may have null, which counts as linear.
      const { activation } = given[l]!;
      if (activation !== null)
        checkChoice(activation, `network.layers[${l}].activation`, activationNames, 'invalid-network');
    }
    return;
  }
  throw new NeuroglowError(
    'invalid-network',
    `network: expected layers with weights and biases that fit, and all ${parameterCount} parameters, got ${show(parameters)}; make one with createNetwork or networkOf.`,
  );
}

function isFloatsOf(value: unknown, length: number): boolean {
  return isFloatArray(value) && value.length === length;
}

function isFloatArray(value: unknown): value is FloatArray {
  return value instanceof Float32Array || value instanceof Float64Array;
}

/** Most numbers that one pass may hold: 2²⁸, a gigabyte in float32. */
const mostActivations = 0x1000_0000;

/** Throws `too-large` where a pass of that many rows would hold more than 2²⁸ activations. */
export function checkRoom({ layers }: NetworkDescription, rows: number): void {
  const activations = rows * layers.reduce((sum, { neurons }) => sum + neurons, 0);
  if (activations <= mostActivations) return;
  throw new NeuroglowError(
    'too-large',
    `rows: expected at most ${mostActivations} activations in one pass, got ${activations} for ${rows} rows; take fewer rows at a time.`,
  );
}

/** How many rows of `width` numbers `values` holds; throws unless they are whole, `rows` in number, and finite. */
export function checkRows(width: number, values: unknown, rows: number | undefined, name: string): number {
  if (rows !== undefined) checkInteger(rows, 'rows', 1, 0xffffffff, 'invalid-input');
  if (!isFloatArray(values)) {
    throw new NeuroglowError(
      'invalid-input',
      `${name}: expected a Float32Array or Float64Array, got ${show(values)}; pass rows × ${width} numbers in one.`,
    );
  }
  const count = rows ?? values.length / width;
  if (!Number.isInteger(count) || count < 1 || values.length !== count * width) {
    throw new NeuroglowError(
      'invalid-input',
      `${name}: expected ${rows ?? 'one or more whole'} rows of ${width} numbers, got ${values.length} numbers; pass rows × ${width} of them.`,
    );
  }
  checkFinite(values, name);
  return count;
}
