import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import { createGenerator } from '../../../packages/engine/src/core/generator.js';
import type { Network } from '../../../packages/engine/src/core/network.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import type { LayerSpaceFrame, LayerSpaceView } from '../../../packages/engine/src/views/view.js';
import { makeContext } from './makeContext.js';

function dataOf(width: number, rows: number): Dataset {
  const generator = createGenerator(5);
  const inputs = Float32Array.from({ length: rows * width }, (_, k) => generator.normal() * (1 + (k % width)));
  return { inputs, targets: Float32Array.from({ length: rows }, (_, row) => row % 2), rows };
}

const look = (view: Omit<LayerSpaceView, 'kind'>, network: Network, training: Dataset): LayerSpaceFrame =>
  computeFrame({ kind: 'layerSpace', ...view }, makeContext(network, { training }));

describe('layerSpace through axes fitted before', () => {
  it.each([3, 16, 40])('gives the same points as the fit itself, %i neurons wide', (width) => {
    const data = dataOf(width, 60);
    const network = createNetwork({ layers: [width, 1] });
    const fitted = look({ layer: 0 }, network, data);
    const again = look({ layer: 0, axes: fitted.components! }, network, data);
    expect(fitted.components!.step).toBe(7);
    expect(again.components).toEqual(fitted.components);
    for (const [k, value] of fitted.points.entries()) expect(again.points[k]!).toBeCloseTo(value, 3);
    for (const axis of [0, 1]) expect(again.explained![axis]!).toBeCloseTo(fitted.explained![axis]!, 4);
  });

  it('does not turn when the network changes: a neuron that none of the axes look along moves nothing', () => {
    const data = dataOf(4, 30);
    const network = createNetwork({ layers: [4, 3, 1], activation: 'linear', seed: 3 });
    const axes = { mean: [0, 0, 0], directions: [1, 0, 0, 0, 1, 0], step: 0 };
    const before = look({ layer: 1, axes }, network, data);
    const parameters = network.parameters.slice();
    for (let i = 0; i < 4; i++) parameters[i * 3 + 2]! *= 10;
    const changed = createNetwork({ layers: [4, 3, 1], activation: 'linear', parameters });
    const after = look({ layer: 1, axes }, changed, data);
    expect([...after.points]).toEqual([...before.points]);
    expect(after.explained![0]).toBeLessThan(before.explained![0]);
  });

  it('takes 10,000 rows, and refuses a fit to more numbers than it may hold', () => {
    const data = dataOf(2, 10_000);
    expect(look({ layer: 0, rows: 10_000 }, createNetwork({ layers: [2, 1] }), data).rows.length).toBe(10_000);
    const wide = createNetwork({ layers: [2, 2000, 1] });
    expect(() => look({ layer: 1, rows: 10_000 }, wide, data)).toThrow(/choose fewer rows/);
  });

  it('refuses components of another layer', () => {
    const axes = { mean: [0], directions: [1, 0], step: 0 };
    expect(() => look({ layer: 0, axes }, createNetwork({ layers: [2, 1] }), dataOf(2, 4))).toThrow(
      /expected 2 finite numbers for a layer of 2 neurons/,
    );
  });

  it('has no components where a number is not finite', () => {
    const data = dataOf(3, 6);
    const network = createNetwork({
      layers: [3, 3, 1],
      activation: 'linear',
      parameters: new Float32Array(16).fill(3e38),
    });
    expect(look({ layer: 1 }, network, data).components).toBeNull();
  });
});
