import type { Batch } from '../../core/backward.js';
import { checkInteger } from '../../core/check.js';
import type { Cost } from '../../core/configuration.js';
import { summedCost } from '../../core/costs.js';
import { NeuroglowError } from '../../core/error.js';
import { forward } from '../../core/forward.js';
import type { Network } from '../../core/network.js';
import { allocateForward, passForward } from '../../core/pass.js';
import { shapleyShares } from './shapley.js';

export interface DropCarriersOptions {
  /** The network at the drop's first and at its last step. */
  readonly before: Network;
  readonly after: Network;
  /** A hidden layer, counted from the input, which is 0. */
  readonly layer: number;
  /** The evaluation set. */
  readonly batch: Batch;
  readonly cost: Cost;
  /** Orders to sample where there are more than 8 players. Default 200. */
  readonly permutations?: number;
  /** Seeds the sampled orders. Default 1. */
  readonly seed?: number;
}

/** Who carried a fall of the cost: shares that sum to it, up to rounding. Negative: it worked against the fall. */
export interface DropCarriers {
  /** Cost before less cost after. */
  readonly fall: number;
  /** One share per neuron of the layer: of its activations. */
  readonly neurons: Float64Array;
  /** The share of the layer's outgoing weights and of everything behind them. */
  readonly outgoing: number;
}

/**
 * Shares a fall of the cost among the activations of one hidden layer's neurons and its outgoing weights, after Shapley: a player that has
 * joined stands at its state after the drop, any other at its state before.
 * @throws `invalid-option` for a layer that is not hidden; `invalid-network` or `invalid-input` for what does not fit
 */
export function dropCarriers(options: DropCarriersOptions): DropCarriers {
  const { before, after, layer, batch, cost, permutations, seed } = options;
  const last = before.layers.length - 1;
  checkInteger(layer, 'layer', 1, last - 1);
  checkSameShape(before, after);
  const { rows } = batch;
  const { neurons } = before.layers[layer]!;
  const outputs = before.layers[last]!.neurons;
  const first = forward(before, batch.inputs, rows).activations[layer]!;
  const second = forward(after, batch.inputs, rows).activations[layer]!;
  // The layer as the input of the rest.
  const behindBefore = before.layers.slice(layer);
  const behindAfter = after.layers.slice(layer);
  const room = allocateForward({ ...before, layers: behindBefore }, rows);
  const input = room.activations[0]!;
  const end = behindBefore.length - 1;

  const costWith = (joined: Uint8Array): number => {
    for (let k = 0, j = 0; k < input.length; k++, j = j + 1 === neurons ? 0 : j + 1)
      input[k] = joined[j] === 1 ? second[k]! : first[k]!;
    passForward(joined[neurons] === 1 ? behindAfter : behindBefore, room, rows);
    return summedCost(cost, room.preActivations[end]!, room.activations[end]!, batch.targets, rows, outputs) / rows;
  };

  const shares = shapleyShares({
    players: neurons + 1,
    // What the cost falls.
    value: (joined) => -costWith(joined),
    ...(permutations !== undefined && { permutations }),
    ...(seed !== undefined && { seed }),
  });
  const joined = new Uint8Array(neurons + 1);
  const fall = costWith(joined) - costWith(joined.fill(1));
  return { fall, neurons: shares.slice(0, neurons), outgoing: shares[neurons]! };
}

function checkSameShape(before: Network, after: Network): void {
  const same =
    before.layers.length === after.layers.length &&
    before.layers.every(({ neurons, activation }, l) => {
      const other = after.layers[l]!;
      return neurons === other.neurons && activation === other.activation;
    });
  if (same) return;
  throw new NeuroglowError(
    'invalid-network',
    `after: expected the layers of the network before, got others; pass one network at two steps of one run.`,
  );
}
