import { findDrops, isotonicFit } from '@neuroglow/engine/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const stepsTo = (last: number): Float64Array => Float64Array.from({ length: last + 1 }, (_, step) => step);

/** A plateau at 1, a straight fall to 0 between two steps, a plateau at 0. */
const ramp = (last: number, from: number, to: number): Float64Array =>
  stepsTo(last).map((step) => Math.min(1, Math.max(0, (to - step) / (to - from))));

const finite = fc.double({ min: -100, max: 100, noNaN: true });

describe('isotonicFit', () => {
  it('pools what rises: the mean of 1 and 3 between 5 and 0', () => {
    expect([...isotonicFit([5, 1, 3, 0])]).toEqual([5, 2, 2, 0]);
  });

  it('pools backwards as far as it must', () => {
    expect([...isotonicFit([4, 3, 2, 7])]).toEqual([4, 4, 4, 4]);
  });

  it('weighs squares', () => {
    expect([...isotonicFit([0, 4], [3, 1])]).toEqual([1, 1]);
  });

  it('never rises, keeps the mean, and leaves what already falls as it is', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 60 }), (values) => {
        const fitted = isotonicFit(values);
        for (let i = 1; i < fitted.length; i++) expect(fitted[i]).toBeLessThanOrEqual(fitted[i - 1]!);
        const sum = (of: ArrayLike<number>): number => Array.from(of).reduce((a, b) => a + b, 0);
        expect(sum(fitted)).toBeCloseTo(sum(values), 6);
        const falling = values.toSorted((a, b) => b - a);
        expect([...isotonicFit(falling)]).toEqual(falling);
      }),
    );
  });

  it('is closer than any other sequence that does not rise', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(finite, finite), { minLength: 2, maxLength: 30 }), (pairs) => {
        const values = pairs.map(([value]) => value);
        const other = pairs.map(([, value]) => value).toSorted((a, b) => b - a);
        const distance = (to: ArrayLike<number>): number =>
          values.reduce((sum, value, i) => sum + (value - to[i]!) ** 2, 0);
        expect(distance(isotonicFit(values))).toBeLessThanOrEqual(distance(other) + 1e-6);
      }),
    );
  });
});

describe('findDrops', () => {
  it('finds a straight fall between two plateaus, at the half maximum of its slope', () => {
    // 128 steps, so that every number is exact. At an end of the fall half of the window hangs over: exactly half the slope.
    const drops = findDrops(stepsTo(1000), ramp(1000, 400, 528), { window: 5 });
    expect(drops).toEqual([
      { from: 400, to: 528, steepest: 464, fall: 1, share: 1, fromStart: false, provisional: false },
    ]);
  });

  it('says so while steps may follow', () => {
    const drops = findDrops(stepsTo(1000), ramp(1000, 400, 500), { window: 5, finished: false });
    expect(drops.map(({ provisional }) => provisional)).toEqual([true]);
  });

  it('labels a fall nearer to the start than its own length', () => {
    const drops = findDrops(stepsTo(1000), ramp(1000, 60, 160), { window: 5 });
    expect(drops.map(({ from, fromStart }) => [from, fromStart])).toEqual([[60, true]]);
    expect(findDrops(stepsTo(1000), ramp(1000, 100, 200), { window: 5 })[0]!.fromStart).toBe(false);
  });

  it('does not call a fall at one pace a drop: it is from the start', () => {
    const drops = findDrops(stepsTo(1000), ramp(1000, 0, 1000), { window: 5 });
    expect(drops.map(({ from, to, fromStart }) => [from, to, fromStart])).toEqual([[0, 1000, true]]);
  });

  it('needs a tenth of the range', () => {
    const small = (share: number): Float64Array =>
      stepsTo(1000).map((step) =>
        step < 300
          ? 1
          : step < 310
            ? 1 - (share * (step - 300)) / 10
            : 1 - share - (1 - share) * Math.min(1, Math.max(0, (step - 600) / 100)),
      );
    expect(findDrops(stepsTo(1000), small(0.09), { window: 1 })).toHaveLength(1);
    expect(findDrops(stepsTo(1000), small(0.11), { window: 1 })).toHaveLength(2);
    expect(findDrops(stepsTo(1000), small(0.09), { window: 1, share: 0.05 })).toHaveLength(2);
  });

  it('refuses a fall that the window before already had half of', () => {
    // From 400 to 500 the cost falls 0.4·x, then from 500 to 600 by 0.6.
    const twice = (before: number): Float64Array =>
      stepsTo(1000).map((step) => {
        const first = Math.min(1, Math.max(0, (step - 400) / 100)) * before;
        const second = Math.min(1, Math.max(0, (step - 500) / 100));
        return 2 - first - second;
      });
    // Prior falls below half the slope, so the half-maximum interval begins at 500 in both.
    expect(findDrops(stepsTo(1000), twice(0.45), { window: 1 })).toHaveLength(1);
    expect(findDrops(stepsTo(1000), twice(0.45), { window: 1, priorRatio: 0.25 })).toHaveLength(0);
    expect(findDrops(stepsTo(1000), twice(0.2), { window: 1, priorRatio: 0.25 })).toHaveLength(1);
  });

  it('finds two apart and drops the lower of two that overlap', () => {
    const two = (gap: number): Float64Array =>
      stepsTo(2000).map((step) => {
        const first = Math.min(1, Math.max(0, (step - 500) / 50));
        const second = Math.min(1, Math.max(0, (step - 550 - gap) / 60));
        return 2 - first - second;
      });
    expect(findDrops(stepsTo(2000), two(400), { window: 5 })).toHaveLength(2);
    // With no gap, one interval holds both.
    expect(findDrops(stepsTo(2000), two(0), { window: 5 })).toHaveLength(1);
  });

  it('hears of no drop in a cost that stays, rises or is one number', () => {
    expect(findDrops([], [])).toEqual([]);
    expect(findDrops([0, 1, 2, 3], [1, 1, 1, 1])).toEqual([]);
    expect(findDrops([0, 1, 2, 3], [1, 2, 3, 4])).toEqual([]);
    expect(findDrops([0], [1])).toEqual([]);
  });

  it('takes a spike for no fall', () => {
    const cost = ramp(1000, 400, 500);
    cost[800] = 5;
    const [drop, ...others] = findDrops(stepsTo(1000), cost, { window: 5 });
    expect(others).toEqual([]);
    expect(drop!.steepest).toBeGreaterThan(400);
    // The spike lifts the fit: it is pooled with what lies before it, no fall of 5 follows.
    expect(drop!.fall).toBeLessThanOrEqual(1);
  });

  it('does not depend on the scale of the cost, nor on what is added to it', () => {
    const cost = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 20, maxLength: 120 });
    fc.assert(
      fc.property(cost, (values) => {
        const steps = values.map((_, i) => i);
        const where = (costs: readonly number[]) =>
          findDrops(steps, costs, { window: 3 }).map(({ from, to }) => [from, to]);
        expect(where(values.map((value) => value * 4 + 1024))).toEqual(where(values));
      }),
    );
  });

  it('gives drops that are disjoint, ascending, and keep their own rules', () => {
    const cost = fc.array(fc.integer({ min: -30, max: 40 }), { minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(cost, fc.integer({ min: 1, max: 20 }), (falls, window) => {
        let at = 0;
        const costs = falls.map((fall) => (at -= fall));
        const steps = costs.map((_, i) => i * 5);
        const fitted = isotonicFit(costs);
        const range = fitted[0]! - fitted.at(-1)!;
        let end = -1;
        for (const drop of findDrops(steps, costs, { window })) {
          expect(drop.from).toBeGreaterThan(end);
          expect(drop.to).toBeGreaterThan(drop.from);
          expect(drop.fall).toBeGreaterThanOrEqual(0.1 * range - 1e-9);
          expect(drop.fall).toBeCloseTo(fitted[drop.from / 5]! - fitted[drop.to / 5]!, 9);
          expect(drop.fromStart).toBe(drop.from < drop.to - drop.from);
          end = drop.to;
        }
      }),
    );
  });

  it('refuses steps that do not ascend, costs that are not finite and options out of range', () => {
    expect(() => findDrops([0, 0], [1, 1])).toThrow(/ascending steps/);
    expect(() => findDrops([0, 1], [1, NaN])).toThrow(/finite costs/);
    expect(() => findDrops([0, 1], [1])).toThrow(/one per step, 2, got 1/);
    expect(() => findDrops([0, 1], [1, 0], { window: 0 })).toThrow(/window/);
    expect(() => findDrops([0, 1], [1, 0], { share: 2 })).toThrow(/share/);
    expect(() => findDrops([0, 1], [1, 0], { priorRatio: -1 })).toThrow(/priorRatio/);
  });
});
