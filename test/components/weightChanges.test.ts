import { describe, expect, it } from 'vitest';
import {
  changedConnections,
  WeightHistory,
  type WeightsAt,
} from '../../packages/components/src/NetworkGraph/motion/weightChanges.js';
import { LEAST_STEPS } from '../../packages/components/src/NetworkGraph/motion/noticeable.js';

const at = (step: number, weights: number[], runId = 'a'): WeightsAt => ({
  runId,
  step,
  weights: [new Float32Array(0), Float32Array.from(weights)],
});

describe('changes of weights', () => {
  it('are those of at least 2 % of the domain, the largest first, with the neurons that they join', () => {
    const then = at(0, [0, 0, 0, 0, 0, 0]);
    const now = at(60, [0.019, 0.021, -0.5, 0, NaN, Infinity]);
    const found = changedConnections(now, then, [3, 2], [0, 1]);
    expect(found.map(({ input, neuron }) => [input, neuron])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(found[0]!.share).toBeCloseTo(0.5, 6);
  });

  it('are none where layers have another size than before', () => {
    expect(changedConnections(at(60, [1, 1]), at(0, [0]), [1, 2], [0, 1])).toEqual([]);
  });
});

describe('a history of weights', () => {
  it('compares with weights of some fifty steps ago while a run makes one step per frame', () => {
    const history = new WeightHistory();
    for (let step = 0; step <= 500; step++) {
      const then = history.push(at(step, [step]));
      if (step < LEAST_STEPS) continue;
      expect(step - then!.step).toBeGreaterThanOrEqual(LEAST_STEPS);
      expect(step - then!.step).toBeLessThan(LEAST_STEPS * 1.5);
    }
  });

  it('compares with the frame before where frames lie farther apart', () => {
    const history = new WeightHistory();
    history.push(at(0, [0]));
    history.push(at(300, [1]));
    expect(history.push(at(600, [2]))!.step).toBe(300);
  });

  it('forgets another run, and steps that were gone back from', () => {
    const history = new WeightHistory();
    history.push(at(0, [0]));
    history.push(at(300, [1]));
    expect(history.push(at(0, [0], 'b'))).toBeNull();
    history.push(at(300, [1], 'b'));
    expect(history.push(at(10, [0], 'b'))).toBeNull();
  });
});
