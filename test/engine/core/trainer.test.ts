import { describe, expect, it } from 'vitest';
import {
  adam,
  createConfiguration,
  createCoreTrainer,
  createNetwork,
  momentum,
  sgd,
  type ConfigurationOptions,
  type Dataset,
  type NetworkOptions,
  type Trainer,
} from '@neuroglow/engine/core';

/** Row r of ten holds r in its only input, and a class of three. */
const ten: Dataset = {
  inputs: Float32Array.from({ length: 10 }, (_, row) => row / 10),
  targets: Float32Array.from({ length: 30 }, (_, k) => (Math.floor(k / 3) % 3 === k % 3 ? 1 : 0)),
  rows: 10,
};

function trainerOf(
  configure: Partial<ConfigurationOptions> = {},
  network: Partial<NetworkOptions> = {},
  data = ten,
): Trainer {
  const made = createNetwork({ layers: [1, 4, 3], outputActivation: 'softmax', ...network });
  return createCoreTrainer(createConfiguration({ network: made, batchSize: 4, seed: 3, ...configure }), data, null);
}

function makeSteps(trainer: Trainer, count: number): Float32Array {
  const costs = new Float32Array(count);
  expect(trainer.train(count, costs)).toBe(count);
  return costs;
}

describe('an epoch', () => {
  it('visits every row once, keeps the short last batch, and has its own order', () => {
    const trainer = trainerOf();
    const epochs = Array.from({ length: 3 }, () => {
      const batches = Array.from({ length: 3 }, () => {
        makeSteps(trainer, 1);
        return [...trainer.latestBatch()];
      });
      expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
      return batches.flat();
    });
    for (const rows of epochs) expect(rows.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(epochs.map((rows) => rows.join())).size).toBe(3);
    expect([trainer.step, trainer.epoch, trainer.position]).toEqual([9, 3, 0]);
  });
  it('keeps the order of the rows without shuffling', () => {
    const trainer = trainerOf({ shuffle: false });
    expect([...trainer.latestBatch()]).toEqual([0, 1, 2, 3]);
    makeSteps(trainer, 3);
    expect([...trainer.latestBatch()]).toEqual([8, 9]);
    makeSteps(trainer, 1);
    expect([...trainer.latestBatch()]).toEqual([0, 1, 2, 3]);
  });
  it('knows the first batch before the first step', () => {
    const trainer = trainerOf();
    const foretold = trainer.latestBatch();
    makeSteps(trainer, 1);
    expect(trainer.latestBatch()).toEqual(foretold);
  });
  it('is one batch if the batch size exceeds the data', () => {
    const trainer = trainerOf({ batchSize: 64 });
    makeSteps(trainer, 2);
    expect([trainer.epoch, trainer.position, trainer.latestBatch().length]).toEqual([2, 0, 10]);
  });
});

describe('a state', () => {
  it.each([sgd({ learningRate: 0.3 }), momentum({ learningRate: 0.1 }), adam({ learningRate: 0.02 })])(
    'saved under $kind goes on elsewhere with the same bits',
    (optimizer) => {
      const trainer = trainerOf({ optimizer });
      makeSteps(trainer, 17);
      const state = structuredClone(trainer.saveState());
      const costs = makeSteps(trainer, 40);
      const other = trainerOf({ optimizer });
      other.loadState(state);
      expect(other.latestBatch().length).toBe(4);
      expect(makeSteps(other, 40)).toEqual(costs);
      expect(other.saveState()).toEqual(trainer.saveState());
    },
  );
  it('does not change with its trainer', () => {
    const trainer = trainerOf();
    const state = trainer.saveState();
    const copy = structuredClone(state);
    makeSteps(trainer, 5);
    expect(state).toEqual(copy);
  });
  it('of another run is refused', () => {
    const trainer = trainerOf();
    const state = trainer.saveState();
    const bad = [
      { parameters: new Float32Array(3) },
      { optimizer: new Float32Array(1) },
      { order: new Uint32Array(9) },
      { order: new Uint32Array(10).fill(10) },
      { position: 3 },
      { step: -1 },
      { hyperparameters: { ...state.hyperparameters, l1: NaN } },
    ];
    for (const wrong of bad) {
      expect(() => trainer.loadState({ ...state, ...wrong })).toThrow(
        expect.objectContaining({ name: 'NeuroglowError' }),
      );
    }
    expect(trainer.saveState()).toEqual(state);
  });
});

describe('a step whose cost is not finite', () => {
  it('is not made and leaves no trace, not even of its shuffle', () => {
    const trainer = trainerOf({ cost: 'meanSquaredError' }, { outputActivation: 'linear' });
    makeSteps(trainer, 3);
    trainer.setParameter(trainer.readParameters().length - 1, 3e38);
    const before = trainer.saveState();
    const costs = new Float32Array(5);
    expect(trainer.train(5, costs)).toBe(0);
    expect(costs[0]).toBe(Infinity);
    expect(trainer.saveState()).toEqual(before);
  });
});

describe('evaluation', () => {
  it('averages over all rows, for any number of rows', () => {
    for (const rows of [1, 127, 128, 129, 300]) {
      const inputs = Float32Array.from({ length: rows }, (_, row) => row / rows);
      const trainer = trainerOf(
        { shuffle: false, batchSize: rows },
        { layers: [1, 1], outputActivation: 'tanh' },
        { inputs, targets: inputs, rows },
      );
      const { cost, accuracy } = trainer.evaluate('training')!;
      expect(cost).toBeCloseTo(makeSteps(trainer, 1)[0]!, 6);
      expect(accuracy === null).toBe(rows > 1);
      expect(trainer.evaluate('validation')).toBeNull();
    }
  });
  it('compares one-hot rows by the largest output, other rows of 0 and 1 by each output’s side of ½', () => {
    const accuracyOf = (targets: number[]): number | null => {
      const rows = targets.length / 3;
      // The outputs are 0.6, 0.2 and 0.7 for every row.
      const network = createNetwork({
        layers: [1, 3],
        outputActivation: 'linear',
        parameters: [0, 0, 0, 0.6, 0.2, 0.7],
      });
      const data = { inputs: new Float32Array(rows), targets: Float32Array.from(targets), rows };
      return createCoreTrainer(createConfiguration({ network }), data, null).evaluate('training')!.accuracy;
    };
    expect(accuracyOf([0, 0, 1, 1, 0, 0])).toBe(0.5);
    expect(accuracyOf([1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1])).toBe(0.5);
    expect(accuracyOf([0, 0, 1, 0.5, 0, 0])).toBeNull();
  });
});

describe('a trainer', () => {
  it('is not changed by reading from it', () => {
    const trainer = trainerOf();
    makeSteps(trainer, 4);
    const before = trainer.saveState();
    trainer.evaluate('training');
    trainer.forward(Float32Array.of(0.5, 0.25), 2);
    trainer.latestBatch();
    trainer.readParameters().fill(0);
    expect(trainer.saveState()).toEqual(before);
  });
  it('gives the same outputs as a network with its parameters', () => {
    const trainer = trainerOf();
    makeSteps(trainer, 10);
    const network = createNetwork({
      layers: [1, 4, 3],
      outputActivation: 'softmax',
      parameters: trainer.readParameters(),
    });
    const answer = trainer.forward(Float32Array.of(0.5), 1).activations[2]!;
    expect(answer.reduce((sum, share) => sum + share)).toBeCloseTo(1, 6);
    expect(
      createCoreTrainer(createConfiguration({ network }), ten, null).forward(Float32Array.of(0.5), 1).activations[2],
    ).toEqual(answer);
  });
  it('refuses arguments that do not fit, and everything once disposed', () => {
    const trainer = trainerOf();
    const code = (one: string) => expect.objectContaining({ code: one }) as Error;
    expect(() => trainer.train(2, new Float32Array(1))).toThrow(code('invalid-option'));
    expect(() => trainer.setParameter(999, 0)).toThrow(code('invalid-parameters'));
    expect(() => trainer.setParameter(0, NaN)).toThrow(code('invalid-parameters'));
    expect(() => trainer.forward(Float32Array.of(1), 2)).toThrow(code('invalid-input'));
    trainer.dispose();
    expect(() => trainer.train(1, new Float32Array(1))).toThrow(code('disposed'));
    expect(() => trainer.saveState()).toThrow(code('disposed'));
  });
});
