import { describe, expect, it } from 'vitest';
import {
  activationNames,
  createNetwork,
  gradientCheck,
  backward,
  networkOf,
  createGenerator,
  type Activation,
  type Cost,
} from '@neuroglow/engine/core';

const elementwise = activationNames.filter((name) => name !== 'softmax');
const pairs: readonly (readonly [hidden: Activation, output: Activation, cost: Cost])[] = elementwise.flatMap(
  (hidden) => [
    ...activationNames.map((output) => [hidden, output, 'meanSquaredError'] as const),
    [hidden, 'sigmoid', 'binaryCrossEntropy'] as const,
    [hidden, 'softmax', 'categoricalCrossEntropy'] as const,
  ],
);

function batchFor(outputs: number, rows: number): { inputs: Float64Array; targets: Float64Array; rows: number } {
  const draw = createGenerator(11);
  const inputs = Float64Array.from({ length: rows * 3 }, () => draw.between(-2, 2));
  const targets = Float64Array.from({ length: rows * outputs }, (_, k) =>
    Math.floor(k / outputs) % outputs === k % outputs ? 1 : 0,
  );
  return { inputs, targets, rows };
}

describe('backpropagation agrees with central differences', () => {
  it.each(pairs)('%s, then %s, under %s', (hidden, output, cost) => {
    for (const seed of [1, 2, 3]) {
      const network = createNetwork({
        layers: [
          3,
          { neurons: 5, activation: hidden, slope: 0.1 },
          { neurons: 4, activation: hidden },
          { neurons: 3, activation: output, slope: 0.2 },
        ],
        initializer: { kind: 'uniform', low: -1, high: 1 },
        seed,
      });
      const result = gradientCheck(network, batchFor(3, 4), cost);
      expect(result.worst?.error, JSON.stringify(result)).toBeLessThanOrEqual(1);
      expect(result.passed).toBe(true);
      expect(result.checked + result.skipped).toBe(network.parameters.length);
      expect(result.checked).toBeGreaterThan(network.parameters.length / 2);
    }
  });
});

describe('the check itself', () => {
  it('skips the parameters that carry a relu over its kink', () => {
    const network = networkOf(createNetwork({ layers: [1, 1], outputActivation: 'relu' }), Float64Array.of(0, 0));
    const result = gradientCheck(
      network,
      { inputs: Float64Array.of(1), targets: Float64Array.of(1), rows: 1 },
      'meanSquaredError',
    );
    expect(result).toEqual({ passed: true, checked: 0, skipped: 2, worst: null });
  });
});

describe('by hand', () => {
  it('one sigmoid neuron: C = (a − y)², δ = 2(a − y)a(1 − a), ∂C/∂w = δx, averaged over rows', () => {
    const network = networkOf(createNetwork({ layers: [1, 1] }), Float64Array.of(0, 0));
    const { cost, gradients, deltas } = backward(
      network,
      { inputs: Float64Array.of(2, 4), targets: Float64Array.of(1, 0), rows: 2 },
      'meanSquaredError',
    );
    expect(cost).toBe(0.25);
    expect([...deltas[1]!]).toEqual([-0.125, 0.125]);
    expect([...gradients]).toEqual([-0.25 + 0.5, 0]);
  });
  it('two linear layers: the gradient reaches the first through the second’s weight, once', () => {
    const network = networkOf(
      createNetwork({ layers: [1, 1, 1], activation: 'linear', outputActivation: 'linear' }),
      Float64Array.of(3, 0, 5, 0),
    );
    const { gradients } = backward(
      network,
      { inputs: Float64Array.of(1), targets: Float64Array.of(14), rows: 1 },
      'meanSquaredError',
    );
    // a = 15, C = 1, ∂C/∂a = 2: ∂C/∂w₂ = 2·3, ∂C/∂b₂ = 2, ∂C/∂w₁ = 2·5·1, ∂C/∂b₁ = 2·5.
    expect([...gradients]).toEqual([10, 10, 6, 2]);
  });
  it('relu gives no gradient at 0, leakyRelu its slope', () => {
    const gradientAtZero = (activation: Activation): number => {
      const network = networkOf(
        createNetwork({ layers: [1, { neurons: 1, activation, slope: 0.25 }] }),
        Float64Array.of(0, 0),
      );
      return backward(
        network,
        { inputs: Float64Array.of(1), targets: Float64Array.of(-1), rows: 1 },
        'meanSquaredError',
      ).gradients[1]!;
    };
    expect(gradientAtZero('relu')).toBe(0);
    expect(gradientAtZero('leakyRelu')).toBe(2 * 0.25);
  });
  it('softmax under both costs: (p − y)/rows, and the full Jacobian', () => {
    const network = networkOf(createNetwork({ layers: [1, 2], outputActivation: 'softmax' }), new Float64Array(4));
    const batch = { inputs: Float64Array.of(1), targets: Float64Array.of(1, 0), rows: 1 };
    const entropy = backward(network, batch, 'categoricalCrossEntropy');
    expect(entropy.cost).toBeCloseTo(Math.LN2, 15);
    expect([...entropy.deltas[1]!]).toEqual([-0.5, 0.5]);
    // g = 2(p − y) = (−1, 1); pⱼ(gⱼ − Σ g p) = ±½.
    expect([...backward(network, batch, 'meanSquaredError').deltas[1]!]).toEqual([-0.5, 0.5]);
  });
  it('saturated outputs cost what they should, from logits', () => {
    const costAt = (output: 'sigmoid' | 'softmax', cost: Cost, bias: number): number => {
      const neurons = output === 'sigmoid' ? 1 : 2;
      const network = networkOf(
        createNetwork({ layers: [1, neurons], outputActivation: output }),
        new Float64Array(2 * neurons),
      );
      network.layers[1]!.biases[0] = bias;
      const targets = output === 'sigmoid' ? Float64Array.of(0) : Float64Array.of(0, 1);
      return backward(network, { inputs: Float64Array.of(1), targets, rows: 1 }, cost).cost;
    };
    expect(costAt('sigmoid', 'binaryCrossEntropy', 800)).toBe(800);
    expect(costAt('sigmoid', 'binaryCrossEntropy', -800)).toBe(0);
    expect(costAt('softmax', 'categoricalCrossEntropy', 800)).toBe(800);
    expect(costAt('softmax', 'categoricalCrossEntropy', -800)).toBe(0);
  });
});
