import { checkChoice } from './check.js';
import type { Cost } from './configuration.js';
import { NeuroglowError } from './error.js';
import type { NetworkDescription } from './network.js';

/** Every cost. */
export const costNames: readonly Cost[] = ['meanSquaredError', 'binaryCrossEntropy', 'categoricalCrossEntropy'];

const needed = { binaryCrossEntropy: 'sigmoid', categoricalCrossEntropy: 'softmax' } as const;

/** How far a row of targets may be from summing to 1 under categoricalCrossEntropy. */
const sumTolerance = 1e-6;

/** @throws `invalid-cost` for an unknown cost, or one that does not fit the output's activation. */
export function checkCost(cost: unknown, description: NetworkDescription): asserts cost is Cost {
  checkChoice(cost, 'cost', costNames, 'invalid-cost');
  const { activation } = description.layers.at(-1)!;
  if (cost !== 'meanSquaredError' && activation !== needed[cost]) {
    throw new NeuroglowError(
      'invalid-cost',
      `cost: expected a ${needed[cost]} output for ${cost}, got ${activation}; set outputActivation: '${needed[cost]}' or use meanSquaredError.`,
    );
  }
}

/** @throws `invalid-cost` where categoricalCrossEntropy meets a row of targets that is negative somewhere or does not sum to 1. */
export function checkTargetsForCost(cost: Cost, targets: ArrayLike<number>, outputs: number, name = 'targets'): void {
  if (cost !== 'categoricalCrossEntropy') return;
  for (let from = 0; from < targets.length; from += outputs) {
    let sum = 0;
    let least = 0;
    for (let j = 0; j < outputs; j++) {
      sum += targets[from + j]!;
      least = Math.min(least, targets[from + j]!);
    }
    if (Math.abs(sum - 1) > sumTolerance || least < 0) {
      const got = least < 0 ? `a negative one (${least})` : `a sum of ${sum}`;
      throw new NeuroglowError(
        'invalid-cost',
        `${name}: expected shares ≥ 0 that sum to 1 in every row for categoricalCrossEntropy, got ${got} in row ${from / outputs}; one-hot the classes or use another cost.`,
      );
    }
  }
}
