import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../../packages/components/src/CostPlot/series/band.js';
import { lastStep, nearestIndex, valueAt } from '../../../packages/components/src/CostPlot/series/curves.js';
import { checkValues, reduceGiven } from '../../../packages/components/src/CostPlot/series/given.js';
import { smoothed } from '../../../packages/components/src/CostPlot/series/smoothing.js';

describe('smoothing', () => {
  /** The formula of the documentation, with a product per pair. */
  function direct(steps: readonly number[], values: readonly number[], halfLife: number, n: number): number {
    const used = values.map((_, at) => at).filter((at) => at <= n && Number.isFinite(values[at]));
    const decayTo = (at: number): number => 0.5 ** ((steps[n]! - steps[at]!) / halfLife);
    const weight = (place: number): number =>
      place === 0 ? 1 : 1 - 0.5 ** ((steps[used[place]!]! - steps[used[place - 1]!]!) / halfLife);
    let [sum, weights] = [0, 0];
    used.forEach((at, place) => {
      sum += values[at]! * weight(place) * decayTo(at);
      weights += weight(place) * decayTo(at);
    });
    return sum / weights;
  }

  it('is the weighted mean that its formula says, across gaps', () => {
    const value = fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    );
    const entries = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), value), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 100 }), (found, halfLife) => {
        let step = 0;
        const steps = found.map(([gap]) => (step += gap));
        const values = found.map(([, value]) => value);
        const averages = smoothed(steps, values, halfLife);
        values.forEach((value, at) => {
          if (Number.isNaN(value)) expect(averages[at]).toBeNaN();
          else expect(averages[at]).toBeCloseTo(direct(steps, values, halfLife, at), 6);
        });
      }),
    );
  });

  it('leaves a constant, and has made half a jump after a half-life, whether thinned or not', () => {
    const steps = Array.from({ length: 401 }, (_, step) => step);
    for (const value of smoothed(
      steps,
      steps.map(() => 3),
      20,
    ))
      expect(value).toBeCloseTo(3, 10);
    const jump = smoothed(
      steps,
      steps.map((step) => (step <= 200 ? 1 : 0)),
      20,
    );
    expect([jump[0], jump[220]]).toEqual([1, expect.closeTo(0.5, 2)]);
    expect(smoothed([0, 100, 120], [1, 1, 0], 20)[2]).toBeCloseTo(0.5, 1);
  });
});

describe('the band of several runs', () => {
  const xs = Array.from({ length: 1000 }, (_, at) => at);
  const runs = [1, 2, 3, 10].map((level) => ({ xs, levels: xs.map(() => level) }));

  it('spans them, or their middle half, about the median', () => {
    const { medians, lows, highs } = bandOf(runs, [0, 999], 'extremes');
    expect([medians[50], lows[50], highs[50]]).toEqual([2.5, 1, 10]);
    const quartiles = bandOf(runs, [0, 999], 'quartiles');
    expect([quartiles.lows[50], quartiles.highs[50]]).toEqual([1.75, 4.75]);
  });

  it('ends where fewer than two runs go on, and compares runs of other cadences', () => {
    const sparse = { xs: [0, 400, 800], levels: [4, 8, 12] };
    const short = { xs: xs.slice(0, 300), levels: xs.slice(0, 300).map(() => 0) };
    const { xs: places, highs } = bandOf([sparse, short], [0, 999], 'extremes');
    expect(places.at(-1)).toBeLessThan(302);
    const at = places.findIndex((x) => x > 200);
    expect(highs[at]).toBeCloseTo(4 + places[at]! / 100, 1);
  });
});

describe('series', () => {
  const series = { steps: [1, 2, 3, 4], values: [2, 1.5, 0, Number.NaN] };

  it('tell their value at any step, the nearest point, and their last step', () => {
    expect(valueAt(series, 0)).toBeNull();
    expect(valueAt(series, 2.5)).toBe(1.5);
    expect([0, 2.4, 2.6, 9].map((step) => nearestIndex(series.steps, step))).toEqual([0, 1, 2, 3]);
    expect(nearestIndex([], 3)).toBe(-1);
    const run = { key: '', name: '', fork: null, series: [{ name: 'a', role: 'training', ...series } as const] };
    expect(lastStep([run])).toBe(4);
  });

  it('of any length are reduced, and grow without being read anew', () => {
    const values: number[] = Array.from({ length: 200_000 }, (_, at) => (at === 77_777 ? 50 : Math.cos(at)));
    const [reduced] = reduceGiven(checkValues([{ values }]), [-Infinity, Infinity], 500);
    expect(reduced!.steps.length).toBeLessThanOrEqual(500);
    expect(Array.from(reduced!.values)).toContain(50);
    values.push(99);
    const [grown] = reduceGiven(checkValues([{ values }]), [-Infinity, Infinity], 500);
    expect([grown!.steps.length - 1, grown!.steps].map((x) => (typeof x === 'number' ? x : x[x.length - 1]))[1]).toBe(
      200_001,
    );
    const [zoomed] = reduceGiven([{ values, epochs: values.map((_, at) => at / 100) }], [77_700, 77_800], 500);
    expect(zoomed!.steps.length).toBe(101);
    expect(zoomed!.epochs![78]).toBe(777.77);
  });

  it.each([
    [[{ values: [1, 2], steps: [1] }], /as many training steps as values, got 1 and 2/],
    [[{ values: [1, 2], steps: [2, 2] }], /training steps to ascend, got 2 at index 1/],
    [[{ values: [1, 2], times: [3, 1] }], /training times to ascend, got 1 at index 1/],
    [[{ values: [1, '2'] }], /expected a number, got "2"; convert them/],
    ['no', /expected a list of series, got "no"/],
  ])('%j is refused in words', (values, says) => {
    expect(() => checkValues(values as never)).toThrow(says);
  });
});
