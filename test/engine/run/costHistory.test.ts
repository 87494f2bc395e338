import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CostHistory, createGenerator } from '@neuroglow/engine/core';

function noisyCosts(count: number): Float32Array {
  const draw = createGenerator(3);
  return Float32Array.from({ length: count }, (_, i) => 1 / (1 + i / 1000) + draw.uniform() / 10);
}

function recorded(costs: Float32Array, piece: number): CostHistory {
  const history = new CostHistory();
  for (let at = 0; at < costs.length; at += piece) {
    const part = costs.subarray(at, at + piece);
    history.append(at + 1, part, part.length);
  }
  return history;
}

describe('a cost history', () => {
  it('is exact while there are few steps', () => {
    const costs = noisyCosts(4096);
    const { steps, costs: kept } = recorded(costs, 100).read(5000);
    expect([...steps]).toEqual(Array.from(costs, (_, i) => i + 1));
    expect(kept).toEqual(costs);
  });

  it('keeps the least, the greatest and the latest of a long run at their own steps', () => {
    const costs = noisyCosts(123_457);
    costs[77_777] = -5;
    costs[5] = 99;
    const { steps, costs: kept } = recorded(costs, 1000).read(300);
    expect(steps.length).toBeLessThanOrEqual(300);
    expect(steps.length).toBeGreaterThan(200);
    const points = new Map([...steps].map((step, i) => [step, kept[i]]));
    expect(points.get(77_778)).toBe(-5);
    expect(points.get(6)).toBe(99);
    expect([steps.at(-1), kept.at(-1)]).toEqual([123_457, costs.at(-1)]);
    for (const [step, cost] of points) expect(cost).toBe(costs[step - 1]);
    for (let i = 1; i < steps.length; i++) expect(steps[i]).toBeGreaterThan(steps[i - 1]!);
  });

  it('is the same for any division into pieces, any length and any number of points', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 4, max: 3000 }),
        (length, piece, points) => {
          const costs = noisyCosts(length);
          const history = recorded(costs, piece);
          expect(history.save()).toEqual(recorded(costs, length).save());
          const read = history.read(points);
          expect(read.steps.length).toBeLessThanOrEqual(points);
          expect(read.steps.at(-1)).toBe(length);
          expect(Math.min(...read.costs)).toBe(costs.reduce((least, cost) => Math.min(least, cost)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('continues from a saved state', () => {
    const costs = noisyCosts(30_000);
    const history = recorded(costs.subarray(0, 17_001), 500);
    const other = new CostHistory();
    other.load(structuredClone(history.save()));
    other.append(17_002, costs.subarray(17_001), 30_000 - 17_001);
    expect(other.save()).toEqual(recorded(costs, 1).save());
  });

  it('is empty before the first step', () => {
    const { steps, costs } = new CostHistory().read();
    expect([steps.length, costs.length]).toEqual([0, 0]);
  });
});
