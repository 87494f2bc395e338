import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import { thinCosts } from '../../../packages/engine/src/views/thinCosts.js';
import { makeContext } from './makeContext.js';
import { xorNetwork } from './xor.js';

const nothing = { steps: [], costs: [], accuracies: [] };

describe('costHistory', () => {
  it('gives every entry back while they are few', () => {
    const history = {
      training: { steps: [1, 2, 3], costs: [3, 1, 2] },
      validation: { steps: [2], costs: [1.5], accuracies: [NaN] },
    };
    const frame = computeFrame({ kind: 'costHistory' }, makeContext(xorNetwork, { history }));
    expect([...frame.training.steps]).toEqual([1, 2, 3]);
    expect([...frame.training.costs]).toEqual([3, 1, 2]);
    expect([...frame.validation.accuracies]).toEqual([NaN]);
  });

  it('keeps an outlier of a single step among a million', () => {
    const length = 1_000_000;
    const costs = new Float32Array(length).fill(1);
    costs[654_321] = 50;
    costs[123_456] = 0.01;
    const training = { steps: Float64Array.from({ length }, (_, i) => i + 1), costs };
    const context = makeContext(xorNetwork, { history: { training, validation: nothing } });
    const frame = computeFrame({ kind: 'costHistory', points: 64 }, context);
    expect(frame.training.steps.length).toBeLessThanOrEqual(64);
    expect([...frame.training.steps]).toContain(654_322);
    expect([...frame.training.steps]).toContain(123_457);
    expect(frame.training.steps.at(-1)).toBe(length);
  });

  it('shows a last cost that is not a number', () => {
    const costs = Float32Array.from({ length: 100 }, (_, i) => (i === 99 ? NaN : i));
    const training = { steps: costs.map((_, i) => i), costs };
    const context = makeContext(xorNetwork, { history: { training, validation: nothing } });
    expect(computeFrame({ kind: 'costHistory', points: 8 }, context).training.costs.at(-1)).toBeNaN();
  });
});

describe('thinCosts', () => {
  const series = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 50 }), cost: fc.float({ noNaN: true }) }), { maxLength: 400 })
    .map((entries) => {
      let step = 0;
      return { steps: entries.map(({ gap }) => (step += gap)), costs: entries.map(({ cost }) => cost) };
    });

  it('keeps to its number, in order, with the extremes and the latest', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 8, max: 100 }), ({ steps, costs }, points) => {
        const kept = [...thinCosts({ steps, costs }, points)];
        expect(kept.length).toBeLessThanOrEqual(points);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        if (steps.length === 0) return;
        const values = kept.map((i) => costs[i]!);
        expect(kept.at(-1)).toBe(steps.length - 1);
        expect(Math.min(...values)).toBe(Math.min(...costs));
        expect(Math.max(...values)).toBe(Math.max(...costs));
      }),
    );
  });
});
