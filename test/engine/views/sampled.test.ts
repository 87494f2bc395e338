import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

const context = makeContext(xorNetwork, { training: xorData });

/** One input that passes unchanged into every output neuron. */
const copies = (neurons: number, activation: 'sigmoid' | 'tanh' | 'relu' | 'linear' | 'softmax') =>
  createNetwork({
    layers: [neurons, neurons],
    outputActivation: activation,
    parameters: Array.from({ length: neurons * (neurons + 1) }, (_, k) => (k % (neurons + 1) === 0 ? 1 : 0)).map(
      (one, k) => (k < neurons * neurons ? one : 0),
    ),
  });

describe('firingRates', () => {
  it('count z > 0; inputs and linear neurons do not fire', () => {
    const frame = computeFrame({ kind: 'firingRates' }, context);
    expect(frame.rows).toBe(4);
    expect(frame.rates.map((rates) => [...rates])).toEqual([[NaN, NaN], [0.75, 0.25], [NaN]]);
  });

  it('count the largest output of a softmax, the first on a tie', () => {
    const network = copies(3, 'softmax');
    const probes = [Float32Array.of(0, 5, 1), Float32Array.of(2, 2, 1), Float32Array.of(-3, -2, -1)];
    const frame = computeFrame({ kind: 'firingRates' }, makeContext(network, { probes }));
    expect([...frame.rates[1]!]).toEqual([1 / 3, 1 / 3, 1 / 3].map(Math.fround));
  });

  it('sample evenly spaced rows', () => {
    const inputs = Float32Array.from({ length: 10 }, (_, row) => (row === 0 || row === 5 ? 1 : -1));
    const training = { inputs, targets: new Float32Array(10), rows: 10 };
    const frame = computeFrame({ kind: 'firingRates', rows: 2 }, makeContext(copies(1, 'relu'), { training }));
    expect(frame.rows).toBe(2);
    expect([...frame.rates[1]!]).toEqual([1]);
  });
});

describe('layerStatistics', () => {
  it('give mean and spread, and flag dead and saturated neurons', () => {
    const network = copies(3, 'tanh');
    // tanh(0.1·row): alive; tanh(9): saturated but for what moves; 0: always the same.
    const inputs = Float32Array.from(
      { length: 12 },
      (_, k) => [0.1 * Math.floor(k / 3), 9 - Math.floor(k / 3), 0][k % 3]!,
    );
    const training = { inputs, targets: new Float32Array(12), rows: 4 };
    const { layers } = computeFrame({ kind: 'layerStatistics' }, makeContext(network, { training }));
    expect([...layers[1]!.flags]).toEqual([0, 2, 1]);
    expect(layers[1]!.dead).toBeCloseTo(1 / 3);
    expect(layers[1]!.saturated).toBeCloseTo(1 / 3);
    expect([...layers[0]!.flags]).toEqual([0, 0, 0]);
    const mean = inputs.reduce((sum, value) => sum + value, 0) / 12;
    expect(layers[0]!.mean).toBeCloseTo(mean, 6);
    expect(layers[0]!.spread).toBeCloseTo(
      Math.sqrt(inputs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 12),
      6,
    );
  });

  it('call a relu dead when it never fires, even from one row', () => {
    const probes = [Float32Array.of(-1, 1)];
    const relu = computeFrame({ kind: 'layerStatistics' }, makeContext(copies(2, 'relu'), { probes }));
    expect([...relu.layers[1]!.flags]).toEqual([1, 0]);
    const linear = computeFrame({ kind: 'layerStatistics' }, makeContext(copies(2, 'linear'), { probes }));
    expect([...linear.layers[1]!.flags]).toEqual([0, 0]);
  });

  it('handle more rows than fit into one chunk', () => {
    const rows = 40_000;
    const network = createNetwork({ layers: [1, 30, 1], activation: 'relu', seed: 3 });
    const inputs = Float32Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? -1 : 1));
    const training = { inputs, targets: new Float32Array(rows), rows };
    const { layers, rows: seen } = computeFrame({ kind: 'layerStatistics', rows }, makeContext(network, { training }));
    expect(seen).toBe(rows);
    expect(layers[0]!.mean).toBeCloseTo(0, 6);
    expect(layers[0]!.spread).toBeCloseTo(1, 6);
    expect(layers[1]!.dead).toBe(0);
  });
});

describe('confusionMatrix', () => {
  const network = copies(3, 'softmax');
  const training: Dataset = {
    inputs: Float32Array.of(9, 0, 0, 0, 9, 0, 9, 0, 0, 0, 0, 9),
    targets: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0),
    rows: 4,
    classNames: ['a', 'b', 'c'],
  };

  it('counts true class by answered class', () => {
    const frame = computeFrame({ kind: 'confusionMatrix' }, makeContext(network, { training }));
    expect([...frame.counts]).toEqual([1, 0, 0, 1, 1, 1, 0, 0, 0]);
    expect([...frame.accuracies]).toEqual([1, Math.fround(1 / 3), NaN]);
    expect(frame).toMatchObject({ classes: 3, classNames: ['a', 'b', 'c'], accuracy: 0.5, rows: 4 });
  });

  it('prefers the held-out set, and can be limited to fewer rows', () => {
    const validation = {
      ...training,
      inputs: training.inputs.slice(0, 3),
      targets: training.targets.slice(0, 3),
      rows: 1,
    };
    const both = makeContext(network, { training, validation });
    expect(computeFrame({ kind: 'confusionMatrix' }, both).rows).toBe(1);
    const two = computeFrame({ kind: 'confusionMatrix', of: 'training', rows: 2 }, both);
    expect([...two.counts]).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 0]);
  });

  it('finds the rows of a cell', () => {
    const context = makeContext(network, { training });
    const rowsOf = (truth: number, answer: number): number[] => [
      ...computeFrame({ kind: 'confusionMatrix', cell: [truth, answer] }, context).samples!,
    ];
    expect([rowsOf(0, 0), rowsOf(1, 0), rowsOf(1, 1), rowsOf(1, 2), rowsOf(2, 2)]).toEqual([[0], [2], [1], [3], []]);
    const { samples, of } = computeFrame({ kind: 'confusionMatrix' }, context);
    expect({ samples, of }).toEqual({ samples: null, of: 'training' });
    for (const cell of [[0, 3], [0], 'a'])
      expect(() => computeFrame({ kind: 'confusionMatrix', cell: cell as never }, context)).toThrow(
        expect.objectContaining({ code: 'invalid-view' }),
      );
  });

  it('refuses targets that are not classes', () => {
    expect(() => computeFrame({ kind: 'confusionMatrix' }, context)).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
  });
});
