import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

const context = makeContext(xorNetwork, { training: xorData, probes: [Float32Array.of(1, 0)] });

describe('parameters', () => {
  it('are copied, and their layers view into the copy', () => {
    const frame = computeFrame({ kind: 'parameters' }, context);
    expect(frame).toMatchObject({ kind: 'parameters', runId: 'run', step: 7 });
    expect([...frame.parameters]).toEqual([1, 1, 1, 1, 0, -1, 1, -2, 0]);
    expect(frame.parameters.buffer).not.toBe(xorNetwork.parameters.buffer);
    expect(frame.layers.map(({ weights }) => [...weights])).toEqual([[], [1, 1, 1, 1], [1, -2]]);
    expect(frame.layers[2]!.biases.buffer).toBe(frame.parameters.buffer);
  });
});

describe('activations', () => {
  it('of a row include its target', () => {
    const frame = computeFrame({ kind: 'activations', input: { sample: 3 } }, context);
    expect(frame.preActivations.map((z) => [...z])).toEqual([[1, 1], [2, 1], [0]]);
    expect(frame.activations.map((a) => [...a])).toEqual([[1, 1], [2, 1], [0]]);
    expect([...frame.target!]).toEqual([0]);
  });

  it('of a probe and of plain values have no target', () => {
    for (const input of [{ probe: 0 }, { values: [1, 0] }] as const) {
      const frame = computeFrame({ kind: 'activations', input }, context);
      expect(frame.preActivations.map((z) => [...z])).toEqual([[1, 0], [1, 0], [1]]);
      expect(frame.target).toBeNull();
    }
  });

  it('show a relu that is silent', () => {
    const frame = computeFrame({ kind: 'activations', input: { sample: 0 } }, context);
    expect(frame.preActivations[1]![1]).toBe(-1);
    expect(frame.activations[1]![1]).toBe(0);
  });
});

describe('inputWeights', () => {
  it('are transposed to neuron-major order', () => {
    const network = createNetwork({
      layers: [{ neurons: 6, shape: [2, 3] }, 2, 1],
      parameters: [0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15, 0.5, 0.25, 1, 1, 0],
    });
    const frame = computeFrame({ kind: 'inputWeights' }, makeContext(network));
    expect(frame).toMatchObject({ neurons: 2, inputs: 6, shape: [2, 3] });
    expect([...frame.weights]).toEqual([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]);
    expect([...frame.biases]).toEqual([0.5, 0.25]);
  });
});
