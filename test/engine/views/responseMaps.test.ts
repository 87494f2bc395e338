import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import { forward } from '../../../packages/engine/src/core/forward.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { makeContext } from './makeContext.js';

/** Three inputs; neuron 0 gives x₀, neuron 1 gives 10·x₁ + x₂. */
const network = createNetwork({
  layers: [3, 2],
  outputActivation: 'linear',
  parameters: [1, 0, 0, 10, 0, 1, 0, 0],
});
const training = {
  inputs: Float32Array.of(0, 5, 3, 4, 5, 5),
  targets: new Float32Array(4),
  rows: 2,
};

describe('responseMaps', () => {
  it('go from y high to y low and from x low to x high, at cell centres', () => {
    const { maps, ...frame } = computeFrame(
      {
        kind: 'responseMaps',
        layer: 1,
        range: [
          [0, 4],
          [-2, 2],
        ],
        resolution: 2,
      },
      makeContext(network, { training }),
    );
    expect(frame).toMatchObject({ layer: 1, neurons: 2, resolution: 2, inputs: [0, 1] });
    expect([...maps.subarray(0, 4)]).toEqual([1, 3, 1, 3]);
    // The third input stands at its mean over the training set, 4.
    expect([...maps.subarray(4)]).toEqual([14, 14, -6, -6]);
  });

  it("span the training set's range; a constant input gets ±½", () => {
    const frame = computeFrame({ kind: 'responseMaps', layer: 1, resolution: 3 }, makeContext(network, { training }));
    expect(frame.range).toEqual([
      [0, 4],
      [4.5, 5.5],
    ]);
  });

  it('without data span [0, 1] and hold other inputs at 0', () => {
    const frame = computeFrame({ kind: 'responseMaps', layer: 1, resolution: 2, inputs: [2, 1] }, makeContext(network));
    expect(frame.range).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect([...frame.maps]).toEqual([0, 0, 0, 0, 7.75, 8.25, 2.75, 3.25]);
  });

  it('sweep the raw plane where the input layer has features, and equal passes over its points', () => {
    const features = [
      { term: 'value', of: 0 },
      { term: 'product', of: [0, 1] },
      { term: 'sin', of: 1 },
    ] as const;
    const network = createNetwork({ layers: [{ features }, 4, 1], activation: 'tanh', seed: 5 });
    const frame = computeFrame(
      { kind: 'responseMaps', layer: 1, resolution: 3 },
      makeContext(network, { training: { ...training, inputs: Float32Array.of(-3, -6, 3, 6) } }),
    );
    expect(frame.range).toEqual([
      [-3, 3],
      [-6, 6],
    ]);
    const points = [4, 0, -4].flatMap((y) => [-2, 0, 2].flatMap((x) => [x, y]));
    const activations = forward(network, Float32Array.from(points)).activations[1]!;
    const expected = Array.from({ length: 4 * 9 }, (_, k) => activations[(k % 9) * 4 + Math.floor(k / 9)]);
    expect([...frame.maps]).toEqual(expected);
    // Inputs and fixed speak of raw coordinates too.
    const view = { kind: 'responseMaps', layer: 1, fixed: { values: [0, 0] }, inputs: [1, 0] } as const;
    expect(computeFrame(view, makeContext(network)).inputs).toEqual([1, 0]);
  });

  it('fix other inputs at given values, and show pre-activations', () => {
    const relu = createNetwork({ layers: [3, 1], outputActivation: 'relu', parameters: [0, 0, 1, 0] });
    const view = { kind: 'responseMaps', layer: 1, resolution: 2, fixed: { values: [0, 0, -8] } } as const;
    expect([...computeFrame(view, makeContext(relu)).maps]).toEqual([0, 0, 0, 0]);
    expect([...computeFrame({ ...view, quantity: 'preActivation' }, makeContext(relu)).maps]).toEqual([-8, -8, -8, -8]);
  });

  it('agree with single inputs for a grid of many chunks', () => {
    const wide = createNetwork({ layers: [2, 70, 1], activation: 'tanh', seed: 5 });
    const context = makeContext(wide);
    const { maps } = computeFrame({ kind: 'responseMaps', layer: 2, resolution: 200 }, context);
    for (const cell of [0, 199, 20_123, 39_999]) {
      const x = ((cell % 200) + 0.5) / 200;
      const y = 1 - (Math.floor(cell / 200) + 0.5) / 200;
      const single = computeFrame({ kind: 'activations', input: { values: [x, y] } }, context);
      expect(maps[cell]).toBe(single.activations[2]![0]);
    }
  });
});
