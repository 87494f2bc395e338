import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoreTrainer } from '../../../packages/engine/src/core/coreTrainer.js';
import { createKernelTrainer } from '../../../packages/engine/src/kernels/kernelTrainer.js';
import { hiddenActivations, makeRun, optimizers, outputs, type Wanted } from './configurations.js';

/** The stated tolerance: what one step's rounding in float32 may differ by, relative to the array's largest number. */
const tolerance = 2e-5;

/** Largest difference of two arrays, relative to the larger of 1 and the largest number expected. */
function difference(actual: Float32Array, expected: Float32Array): number {
  let off = 0;
  let scale = 1;
  for (let k = 0; k < expected.length; k++) {
    scale = Math.max(scale, Math.abs(expected[k]!));
    const here = Math.abs(actual[k]! - expected[k]!);
    if (!(here <= off)) off = here;
  }
  return off / scale;
}

const width = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 40 }), fc.constantFrom(64, 65, 100));

const wanted: fc.Arbitrary<Wanted> = fc
  .record({
    layers: fc.array(width, { minLength: 2, maxLength: 5 }),
    activation: fc.constantFrom(...hiddenActivations),
    pair: fc.constantFrom(...outputs),
    optimizer: fc.constantFrom(...optimizers),
    l1: fc.constantFrom(0, 0.001),
    l2: fc.constantFrom(0, 0.01),
    batchSize: fc.integer({ min: 1, max: 40 }),
    rows: fc.integer({ min: 1, max: 50 }),
    shuffle: fc.boolean(),
    zeros: fc.constantFrom(0, 0.5, 0.9),
    seed: fc.nat(),
  })
  .map(({ pair: [output, cost], ...rest }) => ({ ...rest, output, cost }));

describe('kernels and core agree', { timeout: 60_000 }, () => {
  it('on one step from the same state, for any network, data, cost, optimizer and penalty', () => {
    fc.assert(
      fc.property(wanted, (one) => {
        const { configuration, dataset } = makeRun(one);
        const core = createCoreTrainer(configuration, dataset, null);
        const kernels = createKernelTrainer(configuration, dataset, null);
        const coreCosts = new Float32Array(1);
        const kernelCosts = new Float32Array(1);
        for (let step = 0; step < 3; step++) {
          core.loadState(kernels.saveState());
          expect(kernels.train(1, kernelCosts)).toBe(core.train(1, coreCosts));
          expect(difference(kernelCosts, coreCosts)).toBeLessThan(tolerance);
          const expected = core.saveState();
          const state = kernels.saveState();
          expect({ ...state, parameters: 0, optimizer: 0 }).toEqual({ ...expected, parameters: 0, optimizer: 0 });
          if (one.optimizer.kind !== 'adam') {
            expect(difference(state.parameters, expected.parameters)).toBeLessThan(tolerance);
          }
          expect(difference(state.optimizer, expected.optimizer)).toBeLessThan(tolerance);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('on outputs, cost and accuracy', () => {
    fc.assert(
      fc.property(wanted, (one) => {
        const { configuration, dataset } = makeRun(one);
        const core = createCoreTrainer(configuration, dataset, dataset);
        const kernels = createKernelTrainer(configuration, dataset, dataset);
        const expected = core.forward(dataset.inputs, dataset.rows);
        const actual = kernels.forward(dataset.inputs, dataset.rows);
        for (const [l, z] of expected.preActivations.entries()) {
          expect(difference(actual.preActivations[l]!, z)).toBeLessThan(tolerance);
          expect(difference(actual.activations[l]!, expected.activations[l]!)).toBeLessThan(tolerance);
        }
        for (const of of ['training', 'validation'] as const) {
          const { cost, accuracy } = kernels.evaluate(of)!;
          const expected = core.evaluate(of)!;
          expect(Math.abs(cost - expected.cost)).toBeLessThan(tolerance * Math.max(1, expected.cost));
          expect(accuracy).toBe(expected.accuracy);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});
