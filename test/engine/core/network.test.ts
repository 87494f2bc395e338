import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  forward,
  layersOf,
  parameterLayout,
  resizeLayer,
  type Initializer,
} from '@neuroglow/engine/core';

describe('a network', () => {
  it('lays parameters out as W₁, b₁, W₂, b₂, with layers as views into them', () => {
    const network = createNetwork({ layers: [2, 3, 1] });
    const { layers, parameterCount } = parameterLayout(network);
    expect(parameterCount).toBe(13);
    expect(layers.map(({ weights, biases }) => [weights.offset, weights.length, biases.offset, biases.length])).toEqual(
      [
        [0, 0, 0, 0],
        [0, 6, 6, 3],
        [9, 3, 12, 1],
      ],
    );
    network.layers[2]!.biases[0] = 7;
    expect(network.parameters[12]).toBe(7);
    network.parameters[0] = -3;
    expect(network.layers[1]!.weights[0]).toBe(-3);
    expect(layersOf(network, network.parameters)[1]!.weights).toEqual(network.layers[1]!.weights);
  });

  it('names its layers and fills in defaults', () => {
    const { layers } = createNetwork({
      layers: [
        4,
        { neurons: 2, activation: 'leakyRelu', slope: 0.3, shape: [1, 2] },
        3,
        { neurons: 2, labels: ['no', 'yes'], name: 'answer' },
      ],
      activation: 'tanh',
      outputActivation: 'softmax',
    });
    expect(
      layers.map(({ name, activation, slope, shape, labels }) => [name, activation, slope, shape, labels]),
    ).toEqual([
      ['input', null, 0.01, [4], null],
      ['hidden 1', 'leakyRelu', 0.3, [1, 2, 1], null],
      ['hidden 2', 'tanh', 0.01, [3], null],
      ['answer', 'softmax', 0.01, [2], ['no', 'yes']],
    ]);
  });

  it('is made from given parameters and read back exactly, flat or layer by layer', () => {
    const parameters = Float32Array.from({ length: 13 }, (_, k) => Math.fround(Math.sin(k)));
    const flat = createNetwork({ layers: [2, 3, 1], parameters });
    expect(flat.parameters).toEqual(parameters);
    expect(flat.parameters).not.toBe(parameters);
    expect(flat.initializer).toBeNull();
    const byLayer = createNetwork({ layers: [2, 3, 1], parameters: flat.layers.slice(1) });
    expect(byLayer.parameters).toEqual(parameters);
  });

  it('answers with row-major weights: z[j] = b[j] + Σ x[i]·w[i·neurons + j]', () => {
    const network = createNetwork({
      layers: [2, 3],
      outputActivation: 'linear',
      parameters: [1, 2, 3, 4, 5, 6, 0.5, 0.25, 0.125],
    });
    expect([...forward(network, Float32Array.of(1, 10, 0, -1)).activations[1]!]).toEqual([
      41.5, 52.25, 63.125, -3.5, -4.75, -5.875,
    ]);
  });
});

describe('initial parameters', () => {
  const spreadOf = (
    initializer: Initializer,
  ): { low: number; high: number; deviation: number; biases: Float32Array } => {
    const { weights, biases } = createNetwork({ layers: [100, 50], initializer, seed: 6 }).layers[1]!;
    const squares = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    return { low: Math.min(...weights), high: Math.max(...weights), deviation: Math.sqrt(squares), biases };
  };
  it('glorot: uniform in ±√(6/(inputs + neurons)), biases 0', () => {
    const { low, high, deviation, biases } = spreadOf({ kind: 'glorot' });
    expect(low).toBeGreaterThanOrEqual(-0.2);
    expect(high).toBeLessThanOrEqual(0.2);
    expect(deviation).toBeCloseTo(0.2 / Math.sqrt(3), 2);
    expect(biases).toEqual(new Float32Array(50));
  });
  it('he: normal with variance 2/inputs', () => {
    expect(spreadOf({ kind: 'he' }).deviation).toBeCloseTo(Math.sqrt(2 / 100), 2);
  });
  it('uniform draws the biases too', () => {
    const { low, high, biases } = spreadOf({ kind: 'uniform', low: -3, high: 1 });
    expect([low >= -3 && low < -2.9, high <= 1 && high > 0.9]).toEqual([true, true]);
    expect(new Set(biases).size).toBeGreaterThan(45);
  });
  it('zeros', () => {
    expect(spreadOf({ kind: 'zeros' })).toEqual({ low: 0, high: 0, deviation: 0, biases: new Float32Array(50) });
  });
  it('depend on the seed only', () => {
    const drawn = (seed: number): Float32Array => createNetwork({ layers: [5, 4, 3], seed }).parameters;
    expect(drawn(1)).toEqual(createNetwork({ layers: [5, 4, 3] }).parameters);
    expect(drawn(1)).not.toEqual(drawn(2));
  });
});

describe('resizing a hidden layer', () => {
  const network = createNetwork({
    layers: [2, { neurons: 3, shape: [1, 3], name: 'middle' }, 4, 1],
    initializer: { kind: 'uniform', low: -1, high: 1 },
  });
  const weight = (one: typeof network, layer: number, input: number, neuron: number): number =>
    one.layers[layer]!.weights[input * one.layers[layer]!.neurons + neuron]!;

  it.each([1, 2, 3, 5, 8])('to %d keeps as many weights as possible', (neurons) => {
    const resized = resizeLayer(network, 1, neurons, 77);
    expect(resized.layers.map((layer) => layer.neurons)).toEqual([2, neurons, 4, 1]);
    for (let j = 0; j < Math.min(3, neurons); j++) {
      for (let i = 0; i < 2; i++) expect(weight(resized, 1, i, j)).toBe(weight(network, 1, i, j));
      for (let k = 0; k < 4; k++) expect(weight(resized, 2, j, k)).toBe(weight(network, 2, j, k));
      expect(resized.layers[1]!.biases[j]).toBe(network.layers[1]!.biases[j]);
    }
    expect(resized.layers[2]!.biases).toEqual(network.layers[2]!.biases);
    expect(resized.layers[3]!.weights).toEqual(network.layers[3]!.weights);
    expect(resized.layers[1]!.name).toBe('middle');
    expect(resized.layers[1]!.shape).toEqual(neurons === 3 ? [1, 3, 1] : [neurons]);
  });
  it.each([
    [0, 3],
    [3, 3],
    [1.5, 3],
    [1, 0],
    [1, 1e9],
  ])('refuses layer %d with %d neurons', (layer, neurons) => {
    expect(() => resizeLayer(network, layer, neurons)).toThrow(expect.objectContaining({ name: 'NeuroglowError' }));
  });
});
