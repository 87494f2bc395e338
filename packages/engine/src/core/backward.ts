import { checkObject } from './check.js';
import { checkCost, checkTargetsForCost } from './checkCost.js';
import type { Cost } from './configuration.js';
import { summedCost } from './costs.js';
import { NeuroglowError } from './error.js';
import { expandFeatures, rawInputs } from './features.js';
import { checkNetwork, checkRoom, checkRows } from './forward.js';
import type { FloatArray, Layer, Network } from './network.js';
import type { LayerActivations } from './trainer.js';
import { allocateBackward, allocateForward, passBackward, passForward } from './pass.js';

/** Rows to take a gradient over, in the network's number type. */
export interface Batch<A extends FloatArray = Float32Array> {
  /** Row-major [rows × inputs]. */
  readonly inputs: A;
  /** Row-major [rows × outputs]. */
  readonly targets: A;
  readonly rows: number;
}

export interface Gradients<A extends FloatArray = Float32Array> {
  /** C, averaged over the rows, without penalty. */
  readonly cost: number;
  /** ∂C/∂θ, flat, in the parameters' layout (see `parameterLayout`). */
  readonly gradients: A;
  /** The same as views: `layers[l].weights` holds ∂C/∂w of that layer. */
  readonly layers: readonly Layer<A>[];
  /** [l] δ = ∂C/∂z, row-major [rows × neurons], its 1/rows included; empty at l = 0. */
  readonly deltas: readonly A[];
  readonly preActivations: readonly A[];
  readonly activations: readonly A[];
}

/**
 * The cost of a batch and its gradient by backpropagation. Formulas: see `Cost`.
 * @throws `invalid-network`, `invalid-cost`, `invalid-input`, `not-finite` or `too-large`.
 */
export function backward<A extends FloatArray>(network: Network<A>, batch: Batch<A>, cost: Cost): Gradients<A> {
  const { rows, passed } = passBatch(network, batch, cost);
  const room = allocateBackward(network, rows);
  passBackward(network.layers, passed, batch.targets, cost, rows, room);
  const { preActivations, activations } = passed;
  return { cost: batchCost(network, passed, batch.targets, cost, rows), ...room, preActivations, activations };
}

/** The cost of a batch, averaged over its rows. @throws as `backward`. */
export function costOf<A extends FloatArray>(network: Network<A>, batch: Batch<A>, cost: Cost): number {
  const { rows, passed } = passBatch(network, batch, cost);
  return batchCost(network, passed, batch.targets, cost, rows);
}

function passBatch<A extends FloatArray>(
  network: Network<A>,
  batch: Batch<A>,
  cost: Cost,
): { rows: number; passed: LayerActivations<A> } {
  checkNetwork(network);
  checkObject(batch, 'batch', 'invalid-input');
  checkCost(cost, network);
  const outputs = network.layers.at(-1)!.neurons;
  const rows = checkRows(rawInputs(network), batch.inputs, batch.rows, 'batch.inputs');
  checkRows(outputs, batch.targets, rows, 'batch.targets');
  checkRoom(network, rows);
  checkTargetsForCost(cost, batch.targets, outputs, 'batch.targets');
  if (
    batch.inputs.constructor !== network.parameters.constructor ||
    batch.targets.constructor !== network.parameters.constructor
  ) {
    throw new NeuroglowError(
      'invalid-input',
      `batch: expected inputs and targets in ${network.parameters.constructor.name} like the network's parameters, got ${batch.inputs.constructor.name} and ${batch.targets.constructor.name}; convert them.`,
    );
  }
  const passed = allocateForward(network, rows);
  passed.activations[0]!.set(expandFeatures(network, batch.inputs, rows));
  passForward(network.layers, passed, rows);
  return { rows, passed };
}

function batchCost<A extends FloatArray>(
  network: Network<A>,
  passed: LayerActivations<A>,
  targets: A,
  cost: Cost,
  rows: number,
): number {
  const last = network.layers.length - 1;
  const { neurons } = network.layers[last]!;
  return summedCost(cost, passed.preActivations[last]!, passed.activations[last]!, targets, rows, neurons) / rows;
}
