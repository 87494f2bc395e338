import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepMapOf } from '../../../packages/components/src/CostPlot/axes/horizontal.js';
import {
  axisScales,
  placeOf,
  symlogThreshold,
  transformOf,
  valueAtPlace,
} from '../../../packages/components/src/CostPlot/axes/scale.js';
import { ticksOf } from '../../../packages/components/src/CostPlot/axes/ticks.js';
import { valueDomain } from '../../../packages/components/src/CostPlot/axes/valueDomain.js';

describe('an axis', () => {
  it('has a place for each value and a value for each place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...axisScales),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 1.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, low, factor, share) => {
          const domain = [low, low * factor] as const;
          const transform = transformOf(scale, 0.01);
          const value = valueAtPlace(share * 700, domain, 700, transform);
          expect(placeOf(value, domain, 700, transform)).toBeCloseTo(share * 700, 4);
        },
      ),
    );
  });

  it('is symmetric around 0 where it is symlog, and rises there', () => {
    const { forward, inverse } = transformOf('symlog', 0.1);
    expect(forward(0)).toBe(0);
    for (const value of [1e-9, 0.05, 3, 1e12]) {
      expect(forward(-value)).toBe(-forward(value));
      expect(inverse(forward(value)) / value).toBeCloseTo(1, 9);
    }
    expect(forward(1e5) - forward(1e4)).toBeCloseTo(1, 3);
  });

  it('goes from linear to logarithmic at the power of ten below nearly all values', () => {
    expect(symlogThreshold([0, 0.5, 0.02, 3])).toBe(0.01);
    expect(symlogThreshold([0, 0])).toBe(1);
    expect(symlogThreshold([1e-30, 5])).toBe(1e-6);
  });

  it('has few ticks, at round values within its domain', () => {
    expect(ticksOf([0, 2.4], 'linear', 1, 200, 40)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(ticksOf([0, 0.31], 'linear', 1, 200, 40)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksOf([0.002, 3], 'log', 1, 200, 34)).toEqual([0.01, 0.1, 1]);
    expect(ticksOf([0.08, 3], 'log', 1, 300, 34)).toEqual([0.1, 0.2, 0.5, 1, 2]);
    expect(ticksOf([0, 100], 'symlog', 0.1, 200, 34)).toEqual([0, 0.1, 1, 10, 100]);
    expect(ticksOf([-10, 10], 'symlog', 1, 200, 34)).toEqual([-10, -1, 0, 1, 10]);
    fc.assert(
      fc.property(
        fc.constantFrom(...axisScales),
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.double({ min: 1.001, max: 1e12, noNaN: true }),
        (scale, low, factor) => {
          const ticks = ticksOf([low, low * factor], scale, low, 300, 40);
          expect(ticks.length).toBeLessThanOrEqual(16);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - low * factor * 1e-6);
            expect(tick).toBeLessThanOrEqual(low * factor * (1 + 1e-6));
          }
        },
      ),
    );
  });
});

describe('the domain of values', () => {
  const calm = Array.from({ length: 1000 }, (_, at) => 0.5 + 0.1 * Math.sin(at));

  it('starts at 0 where it is linear, and leaves a little room', () => {
    expect(valueDomain([[0.5, 1]], 'linear', 1, true)).toEqual([0, 1.04]);
    expect(valueDomain([[]], 'linear', 1, true)).toBeNull();
    expect(valueDomain([[NaN, 0, -1]], 'log', 1, true)).toBeNull();
  });

  it('leaves out a spike, but not if it should be whole', () => {
    const spiked = calm.map((value, at) => (at === 500 ? 1e6 : value));
    expect(valueDomain([spiked], 'linear', 1, true)![1]).toBeLessThan(0.8);
    expect(valueDomain([spiked], 'linear', 1, false)![1]).toBeGreaterThan(1e6);
    const low = calm.map((value, at) => (at === 500 ? 1e-30 : value));
    expect(valueDomain([low], 'log', 1, true)![0]).toBeGreaterThan(0.1);
  });

  it('holds the start of a curve that falls at once, and noise', () => {
    const falling = calm.map((_, at) => 0.01 + 3 * Math.exp(-at / 3));
    expect(valueDomain([falling], 'linear', 1, true)![1]).toBeGreaterThan(3);
    const noisy = Array.from({ length: 2000 }, (_, at) => 1 + (((at * 7919) % 101) / 101) * (at % 2 ? 1 : -0.5));
    expect(valueDomain([noisy], 'linear', 1, true)![1]).toBeGreaterThan(Math.max(...noisy));
  });
});

it('steps are found on an axis of epochs or times, between points and beyond them', () => {
  const series = { name: 'cost', role: 'training', steps: [10, 20, 40], values: [3, 2, 1], times: [1, 2, 6] } as const;
  const { toX, toStep } = stepMapOf([{ key: '', name: '', fork: null, series: [series] }], 'time');
  expect([0, 5, 10, 15, 30, 40, 45].map(toX)).toEqual([0, 0.5, 1, 1.5, 4, 6, 7]);
  for (const step of [0, 7, 12, 33, 50]) expect(toStep(toX(step))).toBeCloseTo(step, 9);
});
