import { checkInteger, checkSeed } from '../../core/check.js';
import { createGenerator } from '../../core/generator.js';

export interface ShapleyOptions {
  /** How many players. */
  readonly players: number;
  /**
   * The value of a coalition: `joined[i]` is 1 if player i has joined, else 0. The array is reused between calls.
   */
  readonly value: (joined: Uint8Array) => number;
  /** Orders to sample where there are more than 8 players. Default 200. */
  readonly permutations?: number;
  /** Seeds the sampled orders. Default 1. */
  readonly seed?: number;
}

/** Up to so many players, all coalitions are valued: 2⁸ of them. */
export const mostExactPlayers = 8;

/**
 * Shapley's shares of value(all) − value(none) (Shapley 1953): what a player adds on joining, averaged over all orders of joining. The shares
 * sum to value(all) − value(none). Exact for up to 8 players; otherwise the mean over seeded random orders, whose shares have the same sum.
 * @returns one share per player
 * @throws `invalid-option`
 */
export function shapleyShares({ players, value, permutations = 200, seed = 1 }: ShapleyOptions): Float64Array {
  checkInteger(players, 'players', 0, 0xffff);
  checkInteger(permutations, 'permutations', 1, 1_000_000);
  checkSeed(seed);
  return players <= mostExactPlayers ? exact(players, value) : sampled(players, value, permutations, seed);
}

function exact(players: number, value: ShapleyOptions['value']): Float64Array {
  const joined = new Uint8Array(players);
  const values = Float64Array.from({ length: 1 << players }, (_, coalition) => {
    for (let i = 0; i < players; i++) joined[i] = (coalition >> i) & 1;
    return value(joined);
  });
  // A coalition of s players comes before the one who joins in s!(n − 1 − s)!/n! of all orders.
  const weights = new Float64Array(players);
  for (let size = 0; size < players; size++) weights[size] = 1 / (players * choose(players - 1, size));
  const shares = new Float64Array(players);
  for (let coalition = 0; coalition < values.length; coalition++) {
    let size = 0;
    for (let i = 0; i < players; i++) size += (coalition >> i) & 1;
    for (let i = 0; i < players; i++) {
      if (((coalition >> i) & 1) === 1) continue;
      shares[i] = shares[i]! + weights[size]! * (values[coalition | (1 << i)]! - values[coalition]!);
    }
  }
  return shares;
}

function sampled(players: number, value: ShapleyOptions['value'], permutations: number, seed: number): Float64Array {
  const generator = createGenerator(seed);
  const order = Uint32Array.from({ length: players }, (_, i) => i);
  const joined = new Uint8Array(players);
  const shares = new Float64Array(players);
  const none = value(joined.fill(0));
  for (let round = 0; round < permutations; round++) {
    for (let i = players - 1; i > 0; i--) {
      const other = generator.bounded(i + 1);
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    joined.fill(0);
    let before = none;
    for (const player of order) {
      joined[player] = 1;
      const after = value(joined);
      shares[player] = shares[player]! + (after - before) / permutations;
      before = after;
    }
  }
  return shares;
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}
