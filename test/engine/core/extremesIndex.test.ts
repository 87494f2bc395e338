import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ExtremesIndex, type Stretch } from '../../../packages/engine/src/core/extremesIndex.js';

const value = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
);

/** What the index should find, by looking at every entry. */
function scan(values: readonly number[], from: number, to: number): Stretch {
  const entries = values.map((found, at) => ({ found, at })).slice(from, to);
  const finite = entries.filter(({ found }) => Number.isFinite(found));
  const first = (better: (one: number, other: number) => boolean): number =>
    finite.reduce((best, { found, at }) => (best < 0 || better(found, values[best]!) ? at : best), -1);
  return {
    lowAt: first((one, other) => one < other),
    highAt: first((one, other) => one > other),
    oddAt: entries.find(({ found }) => !Number.isFinite(found))?.at ?? -1,
    sum: finite.reduce((sum, { found }) => sum + found, 0),
    finite: finite.length,
    notPositive: finite.filter(({ found }) => found <= 0).length,
  };
}

it('an index of extremes finds what a scan finds, of any stretch, indexed at once or while the entries grow', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 1500 }), lengths, fc.nat(), fc.nat(), (values, growth, one, other) => {
      const index = new ExtremesIndex({ lows: values, highs: values, sums: values });
      growth.forEach((all, at) => index.grow(all ? values.length : Math.floor((values.length * at) / 8)));
      const [a, b] = [one % (values.length + 1), other % (values.length + 1)];
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect(index.find(from, to)).toEqual(scan(values, from, to));
      expect(index.find(0, values.length)).toEqual(scan(values, 0, values.length));
    }),
    { numRuns: 150 },
  );
});
