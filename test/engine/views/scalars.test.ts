import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFrame } from '../../../packages/engine/src/views/computeFrame.js';
import type { RecordedSeries } from '../../../packages/engine/src/views/recordedSeries.js';
import { thinSeries } from '../../../packages/engine/src/views/thinSeries.js';
import type { ScalarsFrame, ScalarsView } from '../../../packages/engine/src/views/view.js';
import { makeContext } from './makeContext.js';
import { xorNetwork } from './xor.js';

const cost = (steps: ArrayLike<number>, values: ArrayLike<number>): RecordedSeries => ({
  ...{ name: 'cost', role: 'training', steps, values },
});

function look(view: Omit<ScalarsView, 'kind'>, ...recorded: RecordedSeries[]): ScalarsFrame {
  return computeFrame({ kind: 'scalars', ...view }, makeContext(xorNetwork, { scalars: () => recorded }));
}

describe('scalars', () => {
  const accuracy = { name: 'accuracy', role: 'metric', steps: [2, 4], values: [0.5, 1], epochs: [1, 2], times: [3, 6] };

  it('returns every entry while there are few', () => {
    const { series } = look({}, cost([1, 2, 3], [3, 1, 2]), accuracy as RecordedSeries);
    expect(series).toEqual([
      {
        ...{ name: 'cost', role: 'training', steps: Float64Array.of(1, 2, 3), values: Float32Array.of(3, 1, 2) },
        counts: { recorded: 3, notFinite: 0, notPositive: 0 },
      },
      {
        ...{ name: 'accuracy', role: 'metric', steps: Float64Array.of(2, 4), values: Float32Array.of(0.5, 1) },
        ...{ epochs: Float64Array.of(1, 2), times: Float64Array.of(3, 6) },
        counts: { recorded: 2, notFinite: 0, notPositive: 0 },
      },
    ]);
  });

  it('returns the named series, and ignores unknown names', () => {
    const of = (names: readonly string[]): readonly string[] =>
      look({ names }, cost([1], [3]), accuracy as RecordedSeries).series.map(({ name }) => name);
    expect(of(['accuracy', 'learning rate'])).toEqual(['accuracy']);
    expect(of([])).toEqual([]);
  });

  it('returns the steps of its range, both ends included', () => {
    const stepsOf = (range: readonly [number, number]): number[] =>
      look({ range }, cost([1, 2, 5, 9], [1, 2, 3, 4])).series.flatMap(({ steps }) => [...steps]);
    expect(stepsOf([2, 5])).toEqual([2, 5]);
    expect(stepsOf([3, 4])).toEqual([]);
    expect(stepsOf([-5, 1e9])).toEqual([1, 2, 5, 9]);
  });

  it('keeps an outlier of a single step among a million', () => {
    const length = 1_000_000;
    const values = new Float32Array(length).fill(1);
    values[654_321] = 50;
    values[123_456] = 0.01;
    const recorded = cost(
      Float64Array.from({ length }, (_, i) => i + 1),
      values,
    );
    const { steps } = look({ points: 64 }, recorded).series[0]!;
    expect(steps.length).toBeLessThanOrEqual(64);
    expect([...steps]).toContain(654_322);
    expect([...steps]).toContain(123_457);
    expect(steps.at(-1)).toBe(length);
  });

  it('shows a last value that is not a number', () => {
    const values = Float32Array.from({ length: 100 }, (_, i) => (i === 99 ? NaN : i));
    const recorded = cost(
      values.map((_, i) => i),
      values,
    );
    expect(look({ points: 8 }, recorded).series[0]!.values.at(-1)).toBeNaN();
  });
});

describe('thinSeries', () => {
  const series = fc
    .array(
      fc.record({ gap: fc.integer({ min: 1, max: 50 }), cost: fc.float({ noNaN: true, noDefaultInfinity: true }) }),
      { maxLength: 400 },
    )
    .map((entries) => {
      let step = 0;
      return { steps: entries.map(({ gap }) => (step += gap)), costs: entries.map(({ cost }) => cost) };
    });

  it('keeps at most so many points, in order, with the extremes and the latest', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 8, max: 100 }), ({ steps, costs }, points) => {
        const kept = [...thinSeries({ steps, values: costs }, points).kept];
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

  it('counts what is not finite or not positive in its range, keeps one that is not finite per stretch, and means of the rest', () => {
    const anything = fc.oneof(fc.constantFrom(NaN, Infinity, -Infinity, 0), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(
        fc.array(anything, { minLength: 1, maxLength: 500 }),
        fc.integer({ min: 8, max: 60 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        (values, points, one, other) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const steps = values.map((_, at) => at);
          const { kept, means, counts } = thinSeries({ steps, values }, points, [from, to]);
          const within = values.slice(from, to + 1);
          expect(counts).toEqual({
            recorded: within.length,
            notFinite: within.filter((value) => !Number.isFinite(value)).length,
            notPositive: within.filter((value) => Number.isFinite(value) && value <= 0).length,
          });
          expect(kept.length).toBeLessThanOrEqual(points);
          expect(kept.some((at) => !Number.isFinite(values[at]))).toBe(counts.notFinite > 0);
          expect(means === null).toBe(within.length <= points);
          const finite = within.filter(Number.isFinite);
          for (const mean of means ?? []) {
            if (Number.isNaN(mean)) continue;
            expect(mean).toBeGreaterThanOrEqual(Math.min(...finite));
            expect(mean).toBeLessThanOrEqual(Math.max(...finite));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps its stretches where they are while a series grows', () => {
    const values = Array.from({ length: 4000 }, (_, at) => Math.sin(at * at));
    const steps = values.map((_, at) => at + 1);
    const keptOf = (length: number): number[] => [
      ...thinSeries({ steps: steps.slice(0, length), values: values.slice(0, length) }, 500).kept,
    ];
    const before = keptOf(3000).filter((at) => at < 2900);
    expect(keptOf(3100).filter((at) => at < 2900)).toEqual(before);
  });
});
