import {
  activationNames,
  createConfiguration,
  createNetwork,
  createRun,
  dropCarriers,
  evaluationSet,
  logicGateDataset,
  meanCorrelation,
  movementOf,
  sgd,
  shapleyShares,
} from '@neuroglow/engine/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** A game from a list of numbers: the value of a coalition is the entry at its bits, taken modulo the list's length. */
function gameOf(numbers: readonly number[]): (joined: Uint8Array) => number {
  return (joined) => {
    const coalition = joined.reduce((bits, one, i) => bits + one * (2 * i + 1) ** 2, 0);
    return numbers[coalition % numbers.length]!;
  };
}

describe('shapleyShares', () => {
  it('gives the textbook answer: a left glove and two right ones', () => {
    // Worth 1 with a pair. Player 0 holds the left glove: 2/3, 1/6, 1/6.
    const shares = shapleyShares({ players: 3, value: ([left, one, other]) => (left! && (one! || other!) ? 1 : 0) });
    [2 / 3, 1 / 6, 1 / 6].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 12));
  });

  it('sums to the value of all less that of none, exact or sampled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }),
        (players, numbers) => {
          const value = gameOf(numbers);
          const all = value(new Uint8Array(players).fill(1)) - value(new Uint8Array(players));
          expect(sum(shapleyShares({ players, value, permutations: 7 }))).toBeCloseTo(all, 8);
        },
      ),
    );
  });

  it('gives each its own in a game that adds up, however many play', () => {
    for (const players of [5, 20]) {
      const value = (joined: Uint8Array): number => joined.reduce((total, one, i) => total + one * (i - 2), 0);
      const shares = shapleyShares({ players, value, permutations: 3 });
      shares.forEach((share, i) => expect(share).toBeCloseTo(i - 2, 10));
    }
  });

  it('gives nothing to one who adds nothing, and the same to two who are alike', () => {
    const shares = shapleyShares({ players: 4, value: ([a, b, c]) => (a! + b!) * (1 + 3 * c!) });
    expect(shares[3]).toBeCloseTo(0, 12);
    expect(shares[0]).toBeCloseTo(shares[1]!, 12);
  });

  it('comes near the exact shares when it samples', () => {
    // Nine players, of whom the ninth adds nothing: the other eight can be valued exactly.
    const value = (joined: Uint8Array): number =>
      Math.sqrt(joined.slice(0, 8).reduce((s, one, i) => s + one * (i + 1), 0));
    const exact = shapleyShares({ players: 8, value });
    const sampled = shapleyShares({ players: 9, value, permutations: 4000, seed: 3 });
    exact.forEach((share, i) => expect(Math.abs(sampled[i]! - share)).toBeLessThan(0.03));
    expect(sampled[8]).toBe(0);
  });

  it('is the same for the same seed', () => {
    const of = (seed: number) => shapleyShares({ players: 10, value: gameOf([1, 5, 2, 8, -3]), permutations: 5, seed });
    expect(of(2)).toEqual(of(2));
    expect(of(2)).not.toEqual(of(3));
  });
});

describe('dropCarriers', () => {
  const data = logicGateDataset('xor');
  const batch = { inputs: data.inputs, targets: data.targets, rows: 4 };

  it('shares sum to the fall, for any two networks of one shape', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...activationNames.filter((name) => name !== 'softmax')),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 11 }),
        (activation, seed, hidden) => {
          const layers = [2, hidden, 3, 1];
          const before = createNetwork({ layers, activation, seed });
          const after = createNetwork({ layers, activation, seed: seed + 1 });
          const carriers = dropCarriers({ before, after, layer: 1, batch, cost: 'meanSquaredError', permutations: 5 });
          expect(carriers.neurons).toHaveLength(hidden);
          expect(sum(carriers.neurons) + carriers.outgoing).toBeCloseTo(carriers.fall, 5);
        },
      ),
    );
  });

  it('credits the outgoing weights where only they changed, and one neuron where only it did', () => {
    const before = createNetwork({ layers: [2, 2, 1], seed: 4 });
    const changed = (index: number): Float32Array => {
      const parameters = before.parameters.slice();
      parameters[index]! += 2;
      return parameters;
    };
    const with1 = (parameters: Float32Array) =>
      dropCarriers({
        before,
        after: createNetwork({ layers: [2, 2, 1], parameters }),
        layer: 1,
        batch,
        cost: 'meanSquaredError',
      });
    // W₁ is 4 numbers, b₁ 2, W₂ 2, b₂ 1: number 6 is an outgoing weight, number 5 the bias of the second hidden neuron.
    const outgoing = with1(changed(6));
    expect([...outgoing.neurons]).toEqual([0, 0]);
    expect(outgoing.outgoing).toBeCloseTo(outgoing.fall, 6);
    const second = with1(changed(5));
    expect(second.neurons[0]).toBeCloseTo(0, 12);
    expect(second.neurons[1]).toBeCloseTo(second.fall, 6);
    expect(Math.abs(second.fall)).toBeGreaterThan(1e-4);
  });

  it('refuses a layer that is not hidden and networks of two shapes', () => {
    const before = createNetwork({ layers: [2, 2, 1] });
    const options = { before, after: before, batch, cost: 'meanSquaredError' } as const;
    expect(() => dropCarriers({ ...options, layer: 0 })).toThrow(/layer/);
    expect(() => dropCarriers({ ...options, layer: 2 })).toThrow(/layer/);
    expect(() => dropCarriers({ ...options, layer: 1, after: createNetwork({ layers: [2, 3, 1] }) })).toThrow(
      /two steps/,
    );
  });

  it('falls as the run does', () => {
    const network = createNetwork({ layers: [2, 2, 1], seed: 3, initializer: { kind: 'uniform', low: -1, high: 1 } });
    const configuration = createConfiguration({ network, optimizer: sgd({ learningRate: 1 }), batchSize: 4 });
    const run = createRun({ configuration, training: data });
    run.evaluateStart();
    const first = run.latestCost!;
    const before = run.readNetwork();
    run.advance(3000);
    const after = run.readNetwork();
    run.advance(1);
    const { fall } = dropCarriers({ before, after, layer: 1, batch, cost: 'meanSquaredError' });
    expect(fall).toBeCloseTo(first - run.latestCost!, 5);
  });
});

describe('movementOf', () => {
  it('is the net change of the window, per step', () => {
    expect([...movementOf([0, 1, 2, 3, 4], [0, 0, 1, 1, 1], 1)]).toEqual([0, 0.5, 0.5, 0, 0]);
  });

  it('cuts the window at the ends', () => {
    expect([...movementOf([0, 1, 2], [0, 2, 4], 5)]).toEqual([2, 2, 2]);
  });

  it('interpolates between steps that are apart', () => {
    expect([...movementOf([0, 10, 20], [0, 10, 10], 5)]).toEqual([1, 0.5, 0]);
  });

  it('cancels jitter that total variation would count', () => {
    const jitter = Float64Array.from({ length: 101 }, (_, step) => step % 2);
    const steps = jitter.map((_, step) => step);
    const moved = movementOf(steps, jitter, 10);
    expect(Math.max(...moved.subarray(10, 91))).toBe(0);
  });
});

describe('evaluationSet', () => {
  it('takes every row of a small set, and 256 evenly spaced rows of a large one', () => {
    expect([...evaluationSet(4)]).toEqual([0, 1, 2, 3]);
    const rows = evaluationSet(1437);
    expect(rows).toHaveLength(256);
    expect(new Set(rows).size).toBe(256);
    const gaps = Array.from(rows.subarray(1), (row, i) => row - rows[i]!);
    expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([5, 6]);
  });
});

describe('meanCorrelation', () => {
  it('is 1 for copies and mirror images, 0 for neurons that share nothing', () => {
    expect(meanCorrelation([0, 0, 1, 1, 2, 2], 3, 2)).toBeCloseTo(1, 12);
    expect(meanCorrelation([0, 2, 1, 1, 2, 0], 3, 2)).toBeCloseTo(1, 12);
    expect(meanCorrelation([0, 0, 0, 1, 1, 0, 1, 1], 4, 2)).toBeCloseTo(0, 12);
  });

  it('leaves out a neuron that does not vary', () => {
    expect(meanCorrelation([0, 5, 0, 1, 5, 2, 2, 5, 4], 3, 3)).toBeCloseTo(1, 12);
    expect(meanCorrelation([1, 0, 1, 1], 2, 2)).toBeNaN();
  });
});
