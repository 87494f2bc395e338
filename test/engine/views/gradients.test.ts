import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../../packages/engine/src/core/backward.js';
import type { Cost } from '../../../packages/engine/src/core/configuration.js';
import { createNetwork, networkOf } from '../../../packages/engine/src/core/createNetwork.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import { forward } from '../../../packages/engine/src/core/forward.js';
import { createGenerator } from '../../../packages/engine/src/core/generator.js';
import type { Activation, Network } from '../../../packages/engine/src/core/network.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

interface Case {
  readonly network: Network;
  readonly data: Dataset;
  readonly cost: Cost;
}

const smooth: readonly Activation[] = ['sigmoid', 'tanh', 'linear', 'sin'];
const pairs: readonly (readonly [Activation, Cost])[] = [
  ['linear', 'meanSquaredError'],
  ['tanh', 'meanSquaredError'],
  ['softmax', 'meanSquaredError'],
  ['sigmoid', 'binaryCrossEntropy'],
  ['softmax', 'categoricalCrossEntropy'],
];

/** Networks of odd sizes with smooth hidden layers, so that differences meet no kink. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
    hidden: fc.constantFrom(...smooth),
    pair: fc.constantFrom(...pairs),
    rows: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(1000),
  })
  .map(({ widths, hidden, pair: [output, cost], rows, seed }) => {
    const generator = createGenerator(seed);
    const network = createNetwork({ layers: widths, activation: hidden, outputActivation: output, seed });
    const outputs = widths.at(-1)!;
    const inputs = Float32Array.from({ length: rows * widths[0]! }, () => generator.between(-1, 1));
    const targets = new Float32Array(rows * outputs);
    for (let row = 0; row < rows; row++) targets[row * outputs + generator.bounded(outputs)] = 1;
    return { network, data: { inputs, targets, rows }, cost };
  });

const h = 1e-5;

/** Central differences of `f` in each entry of `at`, in float64. */
function differences(at: ArrayLike<number>, f: (moved: Float64Array) => number): number[] {
  return Array.from({ length: at.length }, (_, i) => {
    const high = Float64Array.from(at);
    const low = Float64Array.from(at);
    high[i]! += h;
    low[i]! -= h;
    return (f(high) - f(low)) / (2 * h);
  });
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs(actual[i]! - value)).toBeLessThan(2e-5);
}

const costAt = ({ network, data, cost }: Case, parameters: Float64Array, rows: readonly number[]): number => {
  const width = data.inputs.length / data.rows;
  const outputs = data.targets.length / data.rows;
  const pick = (values: Float32Array, size: number): Float64Array =>
    Float64Array.from(rows.flatMap((row) => [...values.subarray(row * size, (row + 1) * size)]));
  const batch = { inputs: pick(data.inputs, width), targets: pick(data.targets, outputs), rows: rows.length };
  return costOf(networkOf(network, parameters), batch, cost);
};

const flatten = (layers: readonly { weights: Float32Array; biases: Float32Array }[]): number[] =>
  layers.flatMap(({ weights, biases }) => [...weights, ...biases]);

describe('gradients', () => {
  it('agree with finite differences, for one row and for the latest batch', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { network, data, cost } = one;
        const batch = Uint32Array.from({ length: data.rows + 1 }, (_, i) => (i * 2) % data.rows);
        const context = makeContext(network, { training: data, cost, latestBatch: () => batch });
        const ofRow = computeFrame({ kind: 'gradients', of: { sample: data.rows - 1 } }, context);
        expectClose(
          flatten(ofRow.layers),
          differences(network.parameters, (moved) => costAt(one, moved, [data.rows - 1])),
        );
        const ofBatch = computeFrame({ kind: 'gradients', of: 'batch' }, context);
        expect(ofBatch.rows).toBe(batch.length);
        expect(ofBatch.cost).toBeCloseTo(costAt(one, Float64Array.from(network.parameters), [...batch]), 5);
        expectClose(
          flatten(ofBatch.layers),
          differences(network.parameters, (moved) => costAt(one, moved, [...batch])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("of a batch are the mean of its rows' own δ", () => {
    fc.assert(
      fc.property(cases, ({ network, data, cost }) => {
        const batch = Uint32Array.from({ length: data.rows }, (_, i) => i);
        const context = makeContext(network, { training: data, cost, latestBatch: () => batch });
        const ofBatch = computeFrame({ kind: 'gradients', of: 'batch' }, context);
        const own = [...batch].map((sample) => computeFrame({ kind: 'gradients', of: { sample } }, context).deltas);
        for (const [l, deltas] of ofBatch.deltas.entries()) {
          const mean = [...deltas].map((_, j) => own.reduce((sum, one) => sum + one[l]![j]!, 0) / batch.length);
          expectClose(deltas, mean);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of a correct answer are 0', () => {
    const frame = computeFrame(
      { kind: 'gradients', of: { sample: 3 } },
      makeContext(xorNetwork, { training: xorData }),
    );
    expect(frame.cost).toBe(0);
    expect(flatten(frame.layers).every((gradient) => Math.abs(gradient) === 0)).toBe(true);
  });
});

describe('gradientNorms', () => {
  it('are Euclidean, per layer and in total', () => {
    // x = 2, y = 0: a = w·x + b = 7, C = 49, δ = 14, ∂C/∂w = 28.
    const network = createNetwork({ layers: [1, 1], outputActivation: 'linear', parameters: [3, 1] });
    const training = { inputs: Float32Array.of(2), targets: Float32Array.of(0), rows: 1 };
    const context = makeContext(network, { training, latestBatch: () => Uint32Array.of(0) });
    const frame = computeFrame({ kind: 'gradientNorms' }, context);
    expect([...frame.layers]).toEqual([0, Math.sqrt(28 * 28 + 14 * 14)]);
    expect(frame.total).toBe(frame.layers[1]);
  });
});

describe('inputGradients', () => {
  it('of the cost agree with finite differences', () => {
    fc.assert(
      fc.property(cases, ({ network, data, cost }) => {
        const context = makeContext(network, { training: data, cost });
        const { gradient } = computeFrame({ kind: 'inputGradients', input: { sample: 0 }, of: 'cost' }, context);
        const double = networkOf(network, Float64Array.from(network.parameters));
        const targets = Float64Array.from(data.targets.subarray(0, network.layers.at(-1)!.neurons));
        const input = data.inputs.subarray(0, network.layers[0]!.neurons);
        expectClose(
          gradient,
          differences(input, (moved) => costOf(double, { inputs: moved, targets, rows: 1 }, cost)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of any neuron agree with finite differences, softmax included', () => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.nat(), ({ network, data }, anyLayer, anyNeuron) => {
        const layer = 1 + (anyLayer % (network.layers.length - 1));
        const neuron = anyNeuron % network.layers[layer]!.neurons;
        const input = data.inputs.slice(0, network.layers[0]!.neurons);
        const { gradient } = computeFrame(
          { kind: 'inputGradients', input: { probe: 0 }, of: { layer, neuron } },
          makeContext(network, { probes: [input] }),
        );
        const double = networkOf(network, Float64Array.from(network.parameters));
        expectClose(
          gradient,
          differences(input, (moved) => forward(double, moved).activations[layer]![neuron]!),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('passes', () => {
  it('match XOR as calculated by hand', () => {
    // Off by one on purpose: the row (1, 1) with output bias ½ answers ½; δ = 2·(½ − 0) = 1.
    const network = createNetwork({
      layers: [2, 2, 1],
      activation: 'relu',
      outputActivation: 'linear',
      parameters: [1, 1, 1, 1, 0, -1, 1, -2, 0.5],
    });
    const frame = computeFrame({ kind: 'passes', input: { sample: 3 } }, makeContext(network, { training: xorData }));
    expect(frame.cost).toBe(0.25);
    expect([...frame.input, ...frame.target]).toEqual([1, 1, 0]);
    expect(frame.forward.map(({ layer, neuron }) => [layer, neuron])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
    const [first, second, output] = frame.forward;
    expect(output).toEqual({
      layer: 2,
      neuron: 0,
      contributions: Float32Array.of(2, -2),
      bias: 0.5,
      preActivation: 0.5,
      activation: 0.5,
      slope: 1,
      activationGradient: 1,
      delta: 1,
      biasGradient: 1,
      weightGradients: Float32Array.of(2, 1),
    });
    expect(second).toMatchObject({ preActivation: 1, activationGradient: -2, delta: -2, slope: 1, biasGradient: -2 });
    expect([...first!.contributions, ...first!.weightGradients]).toEqual([1, 1, 1, 1]);
  });

  it('are consistent: Σ w·a + b = z, ∂C/∂a · f′(z) = δ, ∂C/∂w = δ·a', () => {
    fc.assert(
      fc.property(cases, ({ network, data, cost }) => {
        const frame = computeFrame(
          { kind: 'passes', input: { sample: 0 } },
          makeContext(network, { training: data, cost }),
        );
        for (const pass of frame.forward) {
          const sum = pass.contributions.reduce((total, part) => total + part, pass.bias);
          expect(sum).toBeCloseTo(pass.preActivation, 5);
          // A sum over rows begins with +0, which makes a δ of −0 a gradient of +0.
          expect(pass.biasGradient).toBe(pass.delta + 0);
          if (network.layers[pass.layer]!.activation !== 'softmax') {
            expect(pass.activationGradient * pass.slope).toBeCloseTo(pass.delta, 5);
          }
          const before = frame.forward
            .filter(({ layer }) => layer === pass.layer - 1)
            .map(({ activation }) => activation);
          const inputs = pass.layer === 1 ? [...frame.input] : before;
          expectClose(
            pass.weightGradients,
            inputs.map((a) => a * pass.delta),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
