import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CostHistory, createGenerator } from '@neuroglow/engine/core';
import { checkHistory } from '../../../packages/engine/src/run/costHistoryState.js';

const exact = 32_768;

function noisyCosts(count: number): Float32Array {
  const draw = createGenerator(3);
  return Float32Array.from({ length: count }, (_, i) => 1 / (1 + i / 1000) + draw.uniform() / 10);
}

const costs = noisyCosts(300_000);

function recorded(length: number, piece: number): CostHistory {
  const history = new CostHistory();
  for (let at = 0; at < length; at += piece) {
    const part = costs.subarray(at, Math.min(length, at + piece));
    history.append(at + 1, part, part.length);
  }
  return history;
}

/** Whether two states or readings hold the same bits. Quicker than to compare a hundred thousand numbers one by one. */
function expectSame(one: object, other: object): void {
  const plain = (state: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(state).map(([name, part]: [string, unknown]) => [
        name,
        ArrayBuffer.isView(part) ? Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64') : part,
      ]),
    );
  expect(plain(one)).toEqual(plain(other));
}

/** Extremes of a range, by looking at every step of it. */
function extremes(from: number, to: number): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (let step = from; step <= to; step++) {
    low = Math.min(low, costs[step - 1]!);
    high = Math.max(high, costs[step - 1]!);
  }
  return { low, high };
}

describe('a cost history', () => {
  it('is exact while there are few steps', () => {
    const { steps, costs: kept, means, recorded: count } = recorded(30_000, 100).read(40_000);
    expectSame({ steps }, { steps: Float64Array.from({ length: 30_000 }, (_, i) => i + 1) });
    expectSame({ kept }, { kept: costs.subarray(0, 30_000) });
    expect([means, count]).toEqual([null, 30_000]);
  });

  it('is exact for the latest steps of a long run', () => {
    const history = recorded(300_000, 7919);
    const { steps, costs: kept } = history.read(2000, [270_001, 272_000]);
    expect(kept).toEqual(costs.subarray(270_000, 272_000));
    expect([steps[0], steps.at(-1), steps.length]).toEqual([270_001, 272_000, 2000]);
    const latest = history.read(exact, [300_001 - exact, 300_000]);
    expectSame({ costs: latest.costs }, { costs: costs.subarray(300_000 - exact) });
  });

  it('keeps minima, maxima and the latest at their own steps, for any length, division, range and number of points', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300_000 }),
        fc.integer({ min: 500, max: 50_000 }),
        fc.integer({ min: 8, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, piece, points, one, other) => {
          const history = recorded(length, piece);
          const from = 1 + Math.floor(Math.min(one, other) * (length - 1));
          const to = 1 + Math.floor(Math.max(one, other) * (length - 1));
          const read = history.read(points, [from, to]);
          expect(read.steps.length).toBeLessThanOrEqual(points);
          for (let i = 0; i < read.steps.length; i++) {
            const step = read.steps[i]!;
            expect(step > (read.steps[i - 1] ?? from - 1) && step <= to).toBe(true);
            expect(read.costs[i]).toBe(costs[step - 1]);
          }
          // Extremes are exact, except that those of a bucket may lie beyond an end of the range.
          const width = history.save().width;
          const inner = extremes(from + width - 1, to - width + 1);
          expect(Math.min(...read.costs)).toBeLessThanOrEqual(inner.low);
          expect(Math.max(...read.costs)).toBeGreaterThanOrEqual(inner.high);
          const all = history.read(points);
          expect(Math.min(...all.costs)).toBe(extremes(1, length).low);
          expect(Math.max(...all.costs)).toBe(extremes(1, length).high);
          expect([all.steps.at(-1), all.costs.at(-1)]).toEqual([length, costs[length - 1]]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('holds an outlier of a single step at any zoom that includes it', () => {
    const spiked = costs.slice();
    spiked[77_777] = -5;
    spiked[5] = 99;
    const history = new CostHistory();
    history.append(1, spiked, spiked.length);
    const { steps, costs: kept, notPositive } = history.read(300);
    const points = new Map([...steps].map((step, i) => [step, kept[i]]));
    expect([points.get(77_778), points.get(6), notPositive]).toEqual([-5, 99, 1]);
    for (const half of [100, 1000, 10_000]) {
      expect([...history.read(64, [77_778 - half, 77_778 + half]).steps]).toContain(77_778);
    }
  });

  it('knows the mean of each stretch', () => {
    const { steps, means } = recorded(300_000, 300_000).read(400);
    const mean = (from: number, to: number): number =>
      costs.subarray(from - 1, to).reduce((sum, c) => sum + c, 0) / (to - from + 1);
    // 300,000 steps at 199 stretches: 2,048 steps each.
    for (let i = 0; i < steps.length - 2; i++) {
      const begin = Math.floor((steps[i]! - 1) / 2048) * 2048 + 1;
      expect(means![i]).toBeCloseTo(mean(begin, Math.min(300_000, begin + 2047)), 5);
    }
  });

  it('is the same for any division into pieces', () => {
    for (const length of [exact - 1, exact, exact + 1, 65_537, 140_001]) {
      const state = recorded(length, length).save();
      for (const piece of [997, 32_768, 70_000]) expectSame(recorded(length, piece).save(), state);
    }
  });

  it('continues from a saved state', () => {
    for (const at of [0, 20_000, exact, 140_001]) {
      const state = structuredClone(recorded(at, 500).save());
      expect(() => checkHistory(state)).not.toThrow();
      const other = new CostHistory();
      other.append(1, costs, 77);
      other.load(state);
      other.append(at + 1, costs.subarray(at), 200_000 - at);
      const straight = recorded(200_000, 1000);
      expectSame(other.save(), straight.save());
      expectSame(other.read(500), straight.read(500));
    }
  });

  it('starts over at a step that does not follow', () => {
    const history = recorded(50_000, 5000);
    history.append(11, costs.subarray(0, 3), 3);
    expect([...history.read().steps]).toEqual([11, 12, 13]);
    expect(history.latestStep).toBe(13);
  });

  it('takes little memory, however long the run', () => {
    const { recent, lows, highs, lowOffsets, highOffsets, sums, notPositive } = recorded(300_000, 10_000).save();
    const arrays = [recent, lows, highs, lowOffsets, highOffsets, sums, notPositive];
    expect(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(1_100_000);
  });

  it('refuses a damaged state', () => {
    const state = recorded(100_000, 1000).save();
    for (const damage of [
      { width: 2 },
      { latest: 99_000 },
      { first: 0 },
      { recent: state.recent.subarray(1) },
      { lowOffsets: state.lowOffsets.map(() => 4) },
    ]) {
      expect(() => checkHistory({ ...state, ...damage })).toThrow(
        expect.objectContaining({ code: 'invalid-parameters' }) as Error,
      );
    }
  });

  it('is empty before the first step', () => {
    const { steps, costs: none } = new CostHistory().read();
    expect([steps.length, none.length, new CostHistory().latestStep]).toEqual([0, 0, 0]);
  });
});
