import { ExtremesIndex } from '../core/extremesIndex.js';
import { reduceSeries } from '../core/reduceSeries.js';
import type { RecordedSeries, ScalarCounts } from './recordedSeries.js';

/** What of a series is shown. */
export interface ThinnedSeries {
  /** Indices of the points, ascending. */
  readonly kept: Uint32Array;
  /** Mean of the values that each point stands for; null if every value is a point. */
  readonly means: Float32Array | null;
  readonly counts: ScalarCounts;
}

/** Steps left out: 1, 2, 3, …. */
type Values = Pick<RecordedSeries, 'values'> & { readonly steps?: ArrayLike<number> | undefined };

/**
 * At most `points` entries of a series whose steps lie in [from, to]: all of them if they are few enough. Otherwise the range is cut into stretches of equal
 * width in steps, and each keeps its smallest, its largest and its first value that is not finite. The latest entry is always kept.
 * @param index over the series' values; it makes a long series quick to read again and again
 */
export function thinSeries(
  { steps, values }: Values,
  points: number,
  range: readonly [from: number, to: number] = [-Infinity, Infinity],
  index: ExtremesIndex = new ExtremesIndex({ lows: values, highs: values, sums: values }),
): ThinnedSeries {
  const { length } = values;
  const kept: number[] = [];
  const means: number[] = [];
  const stepOf = (entry: number): number => (steps ? steps[entry]! : entry + 1);
  const entryFrom = (step: number): number =>
    steps ? firstAtLeast(steps, step) : Math.min(length, Math.max(0, Math.ceil(step - 1)));
  const { entries, notFinite, notPositive, reduced } = reduceSeries(
    {
      ...{ index, length, entryFrom, lowStep: stepOf, highStep: stepOf, width: 1 },
      first: stepOf(0),
      last: stepOf(length - 1),
    },
    points,
    length === 0 ? [0, -1] : range,
    {
      point(entry, _, mean) {
        kept.push(entry);
        means.push(mean);
      },
    },
  );
  const counts = { recorded: entries, notFinite, notPositive };
  const end = entryFrom(range[1]);
  const last = end < length && stepOf(end) === range[1] ? end : end - 1;
  if (reduced && kept.at(-1) !== last) {
    kept.push(last);
    means.push(means.at(-1) ?? NaN);
  }
  return { kept: Uint32Array.from(kept), means: reduced ? Float32Array.from(means) : null, counts };
}

/** The first index whose step is at least that; their number where none is. */
function firstAtLeast(steps: ArrayLike<number>, step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]! >= step) high = middle;
    else low = middle + 1;
  }
  return low;
}
