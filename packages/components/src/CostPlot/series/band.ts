import type { Domain } from '../axes/scale.js';
import { firstBeyond } from './curves.js';

/** The runs of one series together: over places x, the median of the runs and what they span. */
export interface Band {
  readonly xs: Float64Array;
  readonly medians: Float64Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** What a band spans: from the lowest run to the highest, or the middle half of them. */
export type BandKind = 'extremes' | 'quartiles';

/** Stretches of equal width in which runs are compared. */
const cells = 240;

/**
 * Compares runs stretch by stretch, as they have points at different places. A run's value in a stretch is the mean of its levels there, or
 * between two points the line that joins them; before its first point and behind its last it has none. A band is drawn where at least two runs have a value.
 */
export function bandOf(
  curves: readonly { readonly xs: ArrayLike<number>; readonly levels: ArrayLike<number> }[],
  [from, to]: Domain,
  kind: BandKind,
): Band {
  const xs: number[] = [];
  const medians: number[] = [];
  const lows: number[] = [];
  const highs: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    const low = from + ((to - from) * cell) / cells;
    const high = from + ((to - from) * (cell + 1)) / cells;
    const values = curves
      .map(({ xs: places, levels }) => meanWithin(places, levels, low, high))
      .filter((value) => Number.isFinite(value))
      .sort((one, other) => one - other);
    if (values.length < 2) continue;
    xs.push((low + high) / 2);
    medians.push(quantile(values, 0.5));
    lows.push(quantile(values, kind === 'extremes' ? 0 : 0.25));
    highs.push(quantile(values, kind === 'extremes' ? 1 : 0.75));
  }
  return {
    xs: Float64Array.from(xs),
    medians: Float64Array.from(medians),
    lows: Float64Array.from(lows),
    highs: Float64Array.from(highs),
  };
}

function meanWithin(xs: ArrayLike<number>, levels: ArrayLike<number>, low: number, high: number): number {
  const end = firstBeyond(xs, high);
  let sum = 0;
  let count = 0;
  let at = end - 1;
  for (; at >= 0 && xs[at]! > low; at--) {
    if (!Number.isFinite(levels[at]!)) continue;
    sum += levels[at]!;
    count++;
  }
  if (count > 0) return sum / count;
  if (at < 0 || end >= xs.length) return NaN;
  const share = ((low + high) / 2 - xs[at]!) / (xs[end]! - xs[at]!);
  return levels[at]! + (levels[end]! - levels[at]!) * share;
}

/** Of ascending values, with straight lines between them. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return lower + (upper - lower) * (place - below);
}
