import { checkNumber, checkOptions } from '../../core/check.js';
import { NeuroglowError } from '../../core/error.js';
import { isotonicFit } from './isotonicFit.js';
import { valueAt } from './valueAt.js';

/** A fast fall of the evaluation cost: the half-maximum interval of its slope. */
export interface Drop {
  /** First and last step. */
  readonly from: number;
  readonly to: number;
  /** The step at which the cost falls fastest. */
  readonly steepest: number;
  /** How much the fitted cost falls from `from` to `to`. */
  readonly fall: number;
  /** `fall` as a share of the fitted cost's range. */
  readonly share: number;
  /** It begins nearer to the first step than its own length, so that nothing tells a plateau before it: listed and counted apart. */
  readonly fromStart: boolean;
  /** More steps may follow, which can move, end or undo it. */
  readonly provisional: boolean;
}

export interface DropOptions {
  /** w, in steps: the slope at step t is (C[t − w] − C[t + w])/2w. Default 25; 5 suits full batches. */
  readonly window?: number;
  /** A drop falls at least this share of the cost's range. Default 0.1. */
  readonly share?: number;
  /** The equally long window before a drop falls at most this share of the drop's fall. Default 0.5. */
  readonly priorRatio?: number;
  /** Whether the run has ended; until then drops are provisional. Default true. */
  readonly finished?: boolean;
}

/** w for full batches, and for any other. */
export const dropWindow = { fullBatch: 5, miniBatch: 25 } as const;

/**
 * The drops of an evaluation cost, ascending.
 *
 * 1. C is the isotonic (non-increasing) fit of the cost, so that noise and spikes are no falls.
 * 2. slope(t) = (C[t − w] − C[t + w]) / 2w; C is linear between its points; at the ends the window is cut.
 * 3. Maxima of the slope, highest first; each takes the interval around it where the slope is at least half as high, and one whose interval
 *    overlaps a higher one's is discarded.
 * 4. A drop is such an interval that falls at least `share` of C's range, and before which an interval of the same length falls at most
 *    `priorRatio` of that. Where there is no room for that interval, the drop is *from the start*.
 *
 * @param steps ascending, the steps at which the cost was evaluated
 * @param costs one finite number per step; not smoothed
 * @throws `invalid-option`
 */
export function findDrops(
  steps: ArrayLike<number>,
  costs: ArrayLike<number>,
  options: DropOptions = {},
): readonly Drop[] {
  checkOptions(options, 'options', ['window', 'share', 'priorRatio', 'finished']);
  const { window = dropWindow.miniBatch, share = 0.1, priorRatio = 0.5, finished = true } = options;
  checkNumber(window, 'window', 'a number of steps > 0', (value) => value > 0);
  checkNumber(share, 'share', 'a number > 0 and ≤ 1', (value) => value > 0 && value <= 1);
  checkNumber(priorRatio, 'priorRatio', 'a number ≥ 0', (value) => value >= 0);
  checkSeries(steps, costs);
  const count = steps.length;
  if (count < 3) return [];
  const fitted = isotonicFit(costs);
  const range = fitted[0]! - fitted[count - 1]!;
  // Rounding alone leaves such a range.
  if (!(range > 1e-12 * Math.abs(fitted[0]!))) return [];
  const first = steps[0]!;
  const at = (step: number): number => valueAt(steps, fitted, step, place);
  const place = { at: 0 };
  const slopes = slopesOf(steps, fitted, window);
  // A lower maximum could not fall enough even over the whole run, and only discards maxima that are lower still.
  const leastSlope = (share * range) / (steps[count - 1]! - first);
  const drops: Drop[] = [];
  for (const { low, high, peak } of halfMaxima(slopes, leastSlope)) {
    const from = steps[low]!;
    const to = steps[high]!;
    const fall = fitted[low]! - fitted[high]!;
    if (to <= from || fall < share * range) continue;
    const fromStart = from - first < to - from;
    if (!fromStart && at(2 * from - to) - fitted[low]! > priorRatio * fall) continue;
    drops.push({ from, to, steepest: steps[peak]!, fall, share: fall / range, fromStart, provisional: !finished });
  }
  return drops.sort((a, b) => a.from - b.from);
}

function slopesOf(steps: ArrayLike<number>, fitted: Float64Array, window: number): Float64Array {
  const first = steps[0]!;
  const last = steps[steps.length - 1]!;
  const before = { at: 0 };
  const after = { at: 0 };
  return Float64Array.from(fitted, (_, i) => {
    const from = Math.max(first, steps[i]! - window);
    const to = Math.min(last, steps[i]! + window);
    return (valueAt(steps, fitted, from, before) - valueAt(steps, fitted, to, after)) / (to - from);
  });
}

/** A maximum and the interval around it that is at least half as high: indices, both ends included. */
interface HalfMaximum {
  readonly low: number;
  readonly high: number;
  readonly peak: number;
}

/** Intervals around maxima, highest first, none overlapping a higher one's. Of a flat maximum the middle is its peak. */
function halfMaxima(slopes: Float64Array, least: number): HalfMaximum[] {
  const count = slopes.length;
  const peaks: number[] = [];
  for (let i = 0; i < count;) {
    let end = i;
    while (end + 1 < count && slopes[end + 1] === slopes[i]) end++;
    const rises = i === 0 || slopes[i - 1]! < slopes[i]!;
    const falls = end === count - 1 || slopes[end + 1]! < slopes[i]!;
    if (rises && falls && slopes[i]! >= least) peaks.push((i + end) >>> 1);
    i = end + 1;
  }
  peaks.sort((a, b) => slopes[b]! - slopes[a]! || a - b);
  const taken = new Uint8Array(count);
  const found: HalfMaximum[] = [];
  for (const peak of peaks) {
    // A slope of exactly half belongs to it, however it was rounded.
    const half = (slopes[peak]! / 2) * (1 - 1e-9);
    let low = peak;
    let high = peak;
    while (low > 0 && taken[low] === 0 && slopes[low - 1]! >= half) low--;
    while (high < count - 1 && taken[high] === 0 && slopes[high + 1]! >= half) high++;
    if (taken[low] === 1 || taken[high] === 1) continue;
    taken.fill(1, low, high + 1);
    found.push({ low, high, peak });
  }
  return found;
}

function checkSeries(steps: ArrayLike<number>, costs: ArrayLike<number>): void {
  if (steps.length !== costs.length) {
    throw new NeuroglowError(
      'invalid-option',
      `costs: expected one per step, ${steps.length}, got ${costs.length}; give both the same length.`,
    );
  }
  for (let i = 0; i < steps.length; i++) {
    if (Number.isFinite(costs[i]) && (i === 0 || steps[i]! > steps[i - 1]!)) continue;
    throw new NeuroglowError(
      'invalid-option',
      `costs: expected ascending steps and finite costs, got cost ${costs[i]} at step ${steps[i]}; leave out what was not evaluated.`,
    );
  }
}
