import { describe, expect, it } from 'vitest';
import {
  backward,
  createConfiguration,
  createCoreTrainer,
  createNetwork,
  forward,
  networkOf,
  type LayerOptions,
} from '@neuroglow/engine/core';
import { goldenCases, type GoldenCase } from '../golden/goldenCases.js';

const networkFor = (golden: GoldenCase) =>
  createNetwork({
    layers: golden.layers.map(({ neurons, activation, slope }): LayerOptions =>
      activation === null ? { neurons } : { neurons, activation, slope },
    ),
    parameters: golden.parameters,
  });

/** The greatest |a − b|/(1 + |b|). */
function farthest(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, k) => Math.abs(actual[k]! - value) / (1 + Math.abs(value))));
}

describe.each(goldenCases.map((golden) => [golden.name, golden] as const))('golden: %s', (_name, golden) => {
  const rows = golden.inputs.length;
  const network = networkFor(golden);
  const precise = networkOf(network, Float64Array.from(golden.parameters));
  const batch = {
    inputs: Float64Array.from(golden.inputs.flat()),
    targets: Float64Array.from(golden.targets.flat()),
    rows,
  };

  it('activations to 1e-14 in float64, 1e-6 in float32', () => {
    const expected = golden.layers.slice(1).map((_, l) => golden.activations.flatMap((row) => row[l]!));
    const inDoubles = forward(precise, batch.inputs).activations;
    const inFloats = forward(network, Float32Array.from(batch.inputs)).activations;
    for (const [l, layer] of expected.entries()) {
      expect(farthest(inDoubles[l + 1]!, layer)).toBeLessThan(1e-14);
      expect(farthest(inFloats[l + 1]!, layer)).toBeLessThan(1e-6);
    }
  });

  it('cost and gradients to 1e-13 in float64', () => {
    const { cost, gradients } = backward(precise, batch, golden.cost);
    expect(farthest([cost], [golden.costOfAll])).toBeLessThan(1e-13);
    expect(farthest(gradients, golden.gradients)).toBeLessThan(1e-13);
  });

  it('ten steps of training in float32 to 1e-5', () => {
    const configuration = createConfiguration({
      network,
      cost: golden.cost,
      optimizer: golden.optimizer,
      penalty: golden.penalty,
      batchSize: golden.batchSize,
      shuffle: false,
    });
    const dataset = { inputs: Float32Array.from(batch.inputs), targets: Float32Array.from(batch.targets), rows };
    const trainer = createCoreTrainer(configuration, dataset, null);
    const costs = new Float32Array(10);
    expect(trainer.train(10, costs)).toBe(10);
    expect(farthest(costs, golden.costsOfTenSteps)).toBeLessThan(1e-5);
    expect(farthest(trainer.readParameters(), golden.parametersAfterTenSteps)).toBeLessThan(1e-5);
  });
});
