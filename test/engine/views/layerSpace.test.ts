import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import { createGenerator } from '../../../packages/engine/src/core/generator.js';
import type { Network } from '../../../packages/engine/src/core/network.js';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import type { LayerSpaceFrame, LayerSpaceView } from '../../../packages/engine/src/views/view.js';
import { makeContext } from './makeContext.js';
import { xorData, xorNetwork } from './xor.js';

function look(view: Omit<LayerSpaceView, 'kind'>, network: Network, training: Dataset): LayerSpaceFrame {
  return computeFrame({ kind: 'layerSpace', ...view }, makeContext(network, { training }));
}

/** Rows near a plane in `width` dimensions, with most spread along its first direction. */
function nearPlane(width: number, rows: number): Dataset {
  const generator = createGenerator(11);
  const directions = Array.from({ length: 4 }, () => Array.from({ length: width }, () => generator.normal()));
  const scales = [3, 1.5, 0.2, 0.1];
  const inputs = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const factors = scales.map((scale) => scale * generator.normal());
    for (let i = 0; i < width; i++) {
      inputs[row * width + i] = 5 + factors.reduce((sum, factor, k) => sum + factor * directions[k]![i]!, 0);
    }
  }
  return { inputs, targets: Float32Array.from({ length: rows }, (_, row) => row % 2), rows };
}

/** Scores on the first two principal components, by power iteration and deflation: [axis][row]. */
function scoresByPowerIteration({ inputs, rows }: Dataset): number[][] {
  const width = inputs.length / rows;
  const column = (i: number): number[] => Array.from({ length: rows }, (_, row) => inputs[row * width + i]!);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / rows;
  let columns = Array.from({ length: width }, (_, i) => column(i).map((value) => value - mean(column(i))));
  return [0, 1].map(() => {
    let direction = columns.map(() => 1);
    let scores: number[] = [];
    for (let iteration = 0; iteration < 200; iteration++) {
      scores = Array.from({ length: rows }, (_, row) =>
        columns.reduce((sum, values, i) => sum + values[row]! * direction[i]!, 0),
      );
      direction = columns.map((values) => values.reduce((sum, value, row) => sum + value * scores[row]!, 0));
      const norm = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
      direction = direction.map((value) => value / norm);
    }
    columns = columns.map((values, i) => values.map((value, row) => value - scores[row]! * direction[i]!));
    return scores;
  });
}

/** Largest difference to components found another way, up to sign. */
function farthestFromExact(frame: LayerSpaceFrame, data: Dataset): number {
  let farthest = 0;
  for (const [axis, scores] of scoresByPowerIteration(data).entries()) {
    const sign = Math.sign(scores[0]!) * Math.sign(frame.points[axis]!);
    for (const [row, score] of scores.entries()) {
      farthest = Math.max(farthest, Math.abs(frame.points[row * 2 + axis]! - sign * score));
    }
  }
  return farthest;
}

describe('layerSpace', () => {
  it('of two neurons shows their activations', () => {
    const frame = look({ layer: 1 }, xorNetwork, xorData);
    expect(frame.axes).toEqual([0, 1]);
    expect([...frame.points]).toEqual([0, 0, 1, 0, 1, 0, 2, 1]);
    expect([...frame.rows]).toEqual([0, 1, 2, 3]);
    expect([...frame.classes!]).toEqual([0, 1, 1, 0]);
    expect(frame.explained).toBeNull();
  });

  it('of one neuron lies on a line', () => {
    const frame = look({ layer: 2 }, xorNetwork, xorData);
    expect(frame.axes).toEqual([0, null]);
    expect([...frame.points]).toEqual([0, 0, 1, 0, 1, 0, 0, 0]);
  });

  it('uses the neurons given as axes', () => {
    const frame = look({ layer: 0, axes: [1, 0], rows: 2 }, xorNetwork, xorData);
    expect([...frame.points]).toEqual([0, 0, 0, 1]);
    expect([...frame.rows]).toEqual([0, 2]);
  });

  it.each([7, 16, 17, 64, 300])('finds the principal components of %i neurons', (width) => {
    const data = nearPlane(width, 40);
    const frame = look({ layer: 0 }, createNetwork({ layers: [width, 1] }), data);
    expect(frame.axes).toBe('principal');
    expect(farthestFromExact(frame, data)).toBeLessThan(1e-3);
    expect(frame.explained![0]).toBeGreaterThan(0.5);
    expect(frame.explained![0] + frame.explained![1]).toBeGreaterThan(0.97);
    expect(frame.explained![0] + frame.explained![1]).toBeLessThan(1);
  });

  it('orients each axis so that its farthest point is positive', () => {
    const { points } = look({ layer: 0 }, createNetwork({ layers: [5, 1] }), nearPlane(5, 30));
    for (const axis of [0, 1]) {
      const column = [...points].filter((_, k) => k % 2 === axis);
      expect(Math.max(...column)).toBeGreaterThan(-Math.min(...column));
    }
  });

  it('survives constant layers, a single row, and numbers that are not finite', () => {
    const network = createNetwork({ layers: [3, 4, 1], activation: 'relu' });
    const same = { inputs: new Float32Array(15), targets: new Float32Array(5), rows: 5 };
    const still = look({ layer: 1 }, network, same);
    expect(still.explained).toEqual([0, 0]);
    expect(still.points.every((value) => value === 0)).toBe(true);

    const one = look({ layer: 0 }, network, {
      inputs: Float32Array.of(1, 2, 3),
      targets: Float32Array.of(1),
      rows: 1,
    });
    expect([...one.points]).toEqual([0, 0]);

    const huge = createNetwork({
      layers: [3, 4, 1],
      activation: 'linear',
      parameters: new Float32Array(21).fill(3e38),
    });
    const data = { inputs: Float32Array.of(9, 9, 9, 1, 2, 3), targets: new Float32Array(2), rows: 2 };
    const broken = look({ layer: 1 }, huge, data);
    expect(broken.explained).toEqual([NaN, NaN]);
    expect(broken.points.every(Number.isNaN)).toBe(true);
  });
});
