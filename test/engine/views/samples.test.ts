import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

const context = makeContext(xorNetwork, { training: xorData, probes: [Float32Array.of(1, 0)] });

describe('sampleActivations', () => {
  it('is neurons × examples, the examples grouped by class', () => {
    const frame = computeFrame({ kind: 'sampleActivations', layer: 1 }, context);
    expect([...frame.rows]).toEqual([0, 3, 1, 2]);
    expect([...frame.classes!]).toEqual([0, 0, 1, 1]);
    expect([...frame.values]).toEqual([0, 2, 1, 1, 0, 1, 0, 0]);
    expect(frame.of).toBe('training');
  });

  it('measures how far the class decides a neuron: variance between classes over the whole', () => {
    const frame = computeFrame({ kind: 'sampleActivations', layer: 1 }, context);
    // h₁: class means are equal. h₂: 0, 1 | 0, 0; mean ¼, between 4·(¼)², whole 3·(¼)² + (¾)².
    expect(frame.selectivity![0]).toBe(0);
    expect(frame.selectivity![1]).toBeCloseTo(0.25 / 0.75, 6);
    const output = computeFrame({ kind: 'sampleActivations', layer: 2 }, context);
    expect(output.selectivity![0]).toBe(1);
  });

  it('gives a constant neuron no selectivity, and NaN to one that is not finite', () => {
    const network = createNetwork({
      layers: [2, 2, 1],
      activation: 'linear',
      parameters: [0, 3e38, 0, 3e38, 5, 0, 1, 1, 0],
    });
    const { selectivity } = computeFrame(
      { kind: 'sampleActivations', layer: 1 },
      makeContext(network, { training: xorData }),
    );
    expect(selectivity![0]).toBe(0);
    expect(selectivity![1]).toBeNaN();
  });

  it('has no classes for probes', () => {
    const frame = computeFrame(
      { kind: 'sampleActivations', layer: 1, of: 'probes', quantity: 'preActivation' },
      context,
    );
    expect(frame.classes).toBeNull();
    expect(frame.selectivity).toBeNull();
    expect([...frame.values]).toEqual([1, 0]);
  });

  it('refuses more values than it may hold', () => {
    const wide = createNetwork({ layers: [2, 1000, 1] });
    expect(() =>
      computeFrame({ kind: 'sampleActivations', layer: 1, rows: 65_536 }, makeContext(wide, { training: xorData })),
    ).toThrow(/choose fewer rows/);
  });
});

describe('topSamples', () => {
  it('ranks rows by z, the earlier row first on a tie, and brings their inputs', () => {
    const frame = computeFrame({ kind: 'topSamples', layer: 1, count: 3 }, context);
    expect([...frame.rows]).toEqual([3, 1, 2, 3, 1, 2]);
    expect([...frame.preActivations]).toEqual([2, 1, 1, 1, 0, 0]);
    expect([...frame.inputs.subarray(0, 6)]).toEqual([1, 1, 0, 1, 1, 0]);
    expect([...frame.classes!.subarray(0, 3)]).toEqual([0, 1, 1]);
  });

  it('tells saturated sigmoids apart, whose activations in float32 are equal', () => {
    const network = createNetwork({ layers: [1, 1], outputActivation: 'sigmoid', parameters: [1, 0] });
    const training: Dataset = { inputs: Float32Array.of(20, 40, 30, 18), targets: new Float32Array(4), rows: 4 };
    const frame = computeFrame({ kind: 'topSamples', layer: 1, count: 4 }, makeContext(network, { training }));
    expect([...frame.rows]).toEqual([1, 2, 0, 3]);
  });

  it('looks at the neurons asked for, and gives fewer rows where there are fewer', () => {
    const frame = computeFrame({ kind: 'topSamples', layer: 1, neurons: [1] }, context);
    expect([...frame.neurons]).toEqual([1]);
    expect(frame.count).toBe(4);
    expect(frame.looked).toBe(4);
    expect([...frame.rows]).toEqual([3, 1, 2, 0]);
  });

  it('ranks NaN last', () => {
    // z = 3e38·x − 3e38·x + x, which overflows to NaN beyond |x| = 1.13.
    const network = createNetwork({
      layers: [1, 3, 1],
      activation: 'linear',
      outputActivation: 'linear',
      parameters: [3e38, 3e38, 1, 0, 0, 0, 1, -1, 1, 0],
    });
    const training: Dataset = { inputs: Float32Array.of(2, 0.5, -2, 1), targets: new Float32Array(4), rows: 4 };
    const frame = computeFrame({ kind: 'topSamples', layer: 2, count: 3 }, makeContext(network, { training }));
    expect([...frame.rows]).toEqual([3, 1, 0]);
  });
});

describe('neuronHealth', () => {
  const inputs = Float32Array.from({ length: 40 }, (_, k) => Math.sin(k) * 2);
  const training: Dataset = { inputs, targets: new Float32Array(20), rows: 20 };

  it.each([
    ['relu', 1],
    ['leakyRelu', 2],
    ['tanh', 3],
  ] as const)('flags what never fires or is always flat: %s', (activation, flag) => {
    // Neuron 1 lives; neuron 2 is pushed far below 0.
    const network = createNetwork({ layers: [2, 2, 1], activation, parameters: [1, 0.1, 1, 0.1, 0, -50, 1, 1, 0] });
    const frame = computeFrame({ kind: 'neuronHealth', layer: 1 }, makeContext(network, { training }));
    expect([...frame.flags]).toEqual([0, flag]);
    expect(frame.rows).toBe(20);
  });

  it('finds duplicates of either sign, and none of a constant neuron', () => {
    const parameters = [1, -2, 0.5, 0, 1, -2, -1, 0, 0.3, 1, 0, 4, 1, 1, 1, 1, 0];
    const network = createNetwork({ layers: [2, 4, 1], activation: 'linear', parameters });
    const frame = computeFrame({ kind: 'neuronHealth', layer: 1 }, makeContext(network, { training }));
    expect([...frame.duplicates!]).toEqual([0, 1]);
  });

  it('says that it did not look for duplicates in a layer too wide', () => {
    const network = createNetwork({ layers: [2, 4000, 1] });
    const frame = computeFrame({ kind: 'neuronHealth', layer: 1 }, makeContext(network, { training }));
    expect(frame.duplicates).toBeNull();
  });
});

describe('inputGradients of a whole layer', () => {
  it('is one gradient per neuron, of z: the weights themselves in the first layer', () => {
    const frame = computeFrame(
      { kind: 'inputGradients', input: { values: [1, 1] }, of: { layer: 1, quantity: 'preActivation' } },
      context,
    );
    expect([...frame.gradient]).toEqual([1, 1, 1, 1]);
    const output = computeFrame(
      { kind: 'inputGradients', input: { values: [1, 1] }, of: { layer: 2, quantity: 'preActivation' } },
      context,
    );
    expect([...output.gradient]).toEqual([-1, -1]);
  });

  it('equals that of each neuron', () => {
    const network = createNetwork({ layers: [3, 4, 3, 2], activation: 'tanh', seed: 2 });
    const at = makeContext(network, {});
    const input = { values: [0.2, -0.4, 0.9] };
    const all = computeFrame({ kind: 'inputGradients', input, of: { layer: 2 } }, at).gradient;
    for (const neuron of [0, 1, 2]) {
      const one = computeFrame({ kind: 'inputGradients', input, of: { layer: 2, neuron } }, at).gradient;
      expect([...all.subarray(neuron * 3, neuron * 3 + 3)]).toEqual([...one]);
    }
  });
});
