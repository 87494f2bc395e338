import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoreTrainer } from '../../../packages/engine/src/core/coreTrainer.js';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import { parameterLayout } from '../../../packages/engine/src/core/describe.js';
import { createConfiguration } from '../../../packages/engine/src/core/validateConfiguration.js';
import { type NeuroglowError } from '../../../packages/engine/src/core/error.js';
import { createKernelTrainer } from '../../../packages/engine/src/kernels/kernelTrainer.js';
import { kernelMemoryBytes } from '../../../packages/engine/src/kernels/memory.js';
import { hiddenActivations, makeRun, optimizers, outputs, type Wanted } from './configurations.js';
import { hashOf } from './digest.js';

const width = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(64, 70));

const wanted: fc.Arbitrary<Wanted> = fc
  .record({
    layers: fc.array(width, { minLength: 2, maxLength: 4 }),
    activation: fc.constantFrom(...hiddenActivations),
    pair: fc.constantFrom(...outputs),
    optimizer: fc.constantFrom(...optimizers),
    l1: fc.constantFrom(0, 0.001),
    l2: fc.constantFrom(0, 0.01),
    batchSize: fc.integer({ min: 1, max: 90 }),
    rows: fc.integer({ min: 1, max: 90 }),
    shuffle: fc.boolean(),
    zeros: fc.constantFrom(0, 0.5, 0.9, 1),
    seed: fc.nat(),
  })
  .map(({ pair: [output, cost], ...rest }) => ({ ...rest, output, cost }));

const noCosts = new Float32Array();

describe('the parameters of some layers', { timeout: 60_000 }, () => {
  it('are those among all parameters, by either arithmetic', () => {
    fc.assert(
      fc.property(wanted, fc.array(fc.nat({ max: 1 }), { minLength: 4, maxLength: 4 }), (one, choice) => {
        const { configuration, dataset } = makeRun(one);
        const { network } = configuration;
        const chosen = network.layers.flatMap((_, l) => (choice[l] === 1 ? [l] : []));
        for (const createTrainer of [createCoreTrainer, createKernelTrainer]) {
          const trainer = createTrainer(configuration, dataset, null);
          trainer.train(2, new Float32Array(2));
          const all = trainer.readParameters();
          const expected = parameterLayout(network).layers.flatMap(({ weights, biases }, l) =>
            chosen.includes(l) ? [...all.subarray(weights.offset, biases.offset + biases.length)] : [],
          );
          expect([...trainer.readLayers(chosen)]).toEqual(expected);
          expect([...trainer.readLayers(chosen.toReversed())]).toEqual(expected);
          expect(trainer.readParameters()).toEqual(all);
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('are refused for anything but a list of layers of the network', () => {
    const { configuration, dataset } = makeRun(fc.sample(wanted, { numRuns: 1, seed: 1 })[0]!);
    for (const createTrainer of [createCoreTrainer, createKernelTrainer]) {
      const trainer = createTrainer(configuration, dataset, null);
      for (const layers of [[-1], [99], [0.5], 'all', undefined] as unknown as (readonly number[])[]) {
        expect(() => trainer.readLayers(layers)).toThrow(expect.objectContaining({ code: 'invalid-option' }) as Error);
      }
    }
  });
});

describe('the same bits', { timeout: 60_000 }, () => {
  it('whether zeros of the input are skipped or not', () => {
    fc.assert(
      fc.property(wanted, (one) => {
        const { configuration, dataset } = makeRun(one);
        // −0 is a zero too, and skipped.
        dataset.inputs[0] = -0;
        const [dense, sparse] = (['dense', 'sparse'] as const).map((firstLayer) => {
          const trainer = createKernelTrainer(configuration, dataset, dataset, { firstLayer });
          const costs = new Float32Array(10);
          let made = trainer.train(7, costs);
          // Penalties come and go: what is left out with them is not what is left out without.
          for (const l1 of [0.001, 0]) {
            trainer.setHyperparameters({ ...configuration.hyperparameters, l1, l2: 0 });
            made += trainer.train(3, costs.subarray(7));
          }
          const evaluations = [trainer.evaluate('training'), trainer.evaluate('validation')];
          return { made, hash: hashOf(costs, trainer.saveState()), evaluations };
        });
        expect(sparse).toEqual(dense);
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('for any number of calls that the steps are made in, and from a state saved in between', () => {
    fc.assert(
      fc.property(wanted, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }), (one, chunks) => {
        const { configuration, dataset } = makeRun(one);
        const whole = createKernelTrainer(configuration, dataset, null);
        const parts = createKernelTrainer(configuration, dataset, null);
        const resumed = createKernelTrainer(configuration, dataset, null);
        const costs = new Float32Array(64);
        whole.train(
          chunks.reduce((sum, chunk) => sum + chunk, 0),
          costs,
        );
        for (const chunk of chunks) {
          parts.train(chunk, costs);
          resumed.loadState(parts.saveState());
          parts.loadState(resumed.saveState());
        }
        const expected = hashOf(noCosts, whole.saveState());
        expect(hashOf(noCosts, resumed.saveState())).toBe(expected);
        expect(hashOf(noCosts, parts.saveState())).toBe(expected);
        expect(parts.latestBatch()).toEqual(whole.latestBatch());
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('for more steps than one kernel call can report costs for', () => {
    const { configuration, dataset } = makeRun(example);
    const whole = createKernelTrainer(configuration, dataset, null);
    const parts = createKernelTrainer(configuration, dataset, null);
    const costs = new Float32Array(9000);
    expect(whole.train(9000, costs)).toBe(9000);
    const more = new Float32Array(1000);
    for (let k = 0; k < 9; k++) {
      parts.train(1000, more);
      expect(more).toEqual(costs.subarray(k * 1000, (k + 1) * 1000));
    }
    expect(parts.saveState()).toEqual(whole.saveState());
  });
});

const example: Wanted = {
  layers: [3, 5, 2],
  activation: 'tanh',
  output: 'sigmoid',
  cost: 'meanSquaredError',
  optimizer: optimizers[0]!,
  l1: 0,
  l2: 0,
  batchSize: 4,
  rows: 10,
  shuffle: true,
  zeros: 0,
  seed: 1,
};

describe('the contract of a trainer', () => {
  it('states of core and kernels are interchangeable', () => {
    const { configuration, dataset } = makeRun({ ...example, optimizer: optimizers[2]! });
    const kernels = createKernelTrainer(configuration, dataset, null);
    const core = createCoreTrainer(configuration, dataset, null);
    kernels.train(7, new Float32Array(7));
    core.loadState(kernels.saveState());
    expect(core.saveState()).toEqual(kernels.saveState());
  });

  it('setParameter overwrites one parameter and nothing else', () => {
    for (const layers of [
      [3, 5, 2],
      [5, 70, 66, 3],
    ]) {
      const { configuration, dataset } = makeRun({ ...example, layers });
      const trainer = createKernelTrainer(configuration, dataset, null);
      const expected = trainer.readParameters();
      for (let index = 0; index < expected.length; index += 13) {
        trainer.setParameter(index, index / 8);
        expected[index] = index / 8;
      }
      expect(trainer.readParameters()).toEqual(expected);
      const other = createKernelTrainer({ ...configuration, parameters: expected }, dataset, null);
      trainer.train(3, new Float32Array(3));
      other.train(3, new Float32Array(3));
      expect(trainer.readParameters()).toEqual(other.readParameters());
    }
  });

  it('stops before the update of a step whose cost is not finite, keeping the state before it', () => {
    for (const layers of [
      [3, 5, 2],
      [2, 3, 1],
    ]) {
      const { configuration, dataset } = makeRun({ ...example, layers, output: 'linear', activation: 'linear' });
      const trainer = createKernelTrainer(configuration, dataset, null);
      trainer.train(2, new Float32Array(2));
      trainer.setHyperparameters({ learningRate: 1e30, momentum: 0, l1: 0, l2: 0 });
      const costs = new Float32Array(50);
      const made = trainer.train(50, costs);
      expect(made).toBeLessThan(50);
      expect(costs.subarray(0, made).every(Number.isFinite)).toBe(true);
      expect(costs[made]).not.toSatisfy(Number.isFinite);
      const before = trainer.saveState();
      expect(trainer.train(1, new Float32Array(1))).toBe(0);
      expect(trainer.saveState()).toEqual(before);
      expect(trainer.step).toBe(2 + made);
    }
  });

  it('states how much memory a run needs, and refuses one that cannot be addressed', () => {
    const { configuration, dataset } = makeRun(example);
    const bytes = kernelMemoryBytes(configuration, dataset, null);
    const { memoryBytes } = createKernelTrainer(configuration, dataset, null);
    expect(memoryBytes).toBeGreaterThanOrEqual(bytes);
    expect(memoryBytes - bytes).toBeLessThan(65536);
    const rows = 200_000;
    const huge = createConfiguration({ network: createNetwork({ layers: [1, 20_000, 1] }), batchSize: rows });
    const zeros = new Float32Array(rows);
    expect(() => createKernelTrainer(huge, { inputs: zeros, targets: zeros, rows }, null)).toThrow(
      expect.objectContaining({ code: 'too-large', message: expect.stringMatching(/ MB/) as string }) as NeuroglowError,
    );
  });

  it('a disposed trainer refuses everything', () => {
    const { configuration, dataset } = makeRun(example);
    const trainer = createKernelTrainer(configuration, dataset, null);
    trainer.dispose();
    for (const use of [
      () => trainer.train(1, new Float32Array(1)),
      () => trainer.readParameters(),
      () => trainer.saveState(),
      () => trainer.evaluate('training'),
      () => trainer.forward(dataset.inputs, dataset.rows),
      () => trainer.latestBatch(),
      () => trainer.setParameter(0, 1),
    ]) {
      expect(use).toThrow(expect.objectContaining({ code: 'disposed' }) as NeuroglowError);
    }
  });
});
