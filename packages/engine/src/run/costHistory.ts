import { checkInteger } from '../core/check.js';
import { CostBuckets } from './costBuckets.js';
import { exactCosts, type CostHistoryState } from './costHistoryState.js';
import { ExtremesIndex } from '../core/extremesIndex.js';
import { reduceSeries, type Reducible } from '../core/reduceSeries.js';

/** Points of a curve, by ascending step. */
export interface CostPoints {
  readonly steps: Float64Array;
  readonly costs: Float32Array;
  /** Mean cost of the stretch of steps that each point stands for; null if every step of the range is a point. */
  readonly means: Float32Array | null;
  /** How many steps of the range are recorded. */
  readonly recorded: number;
  /** How many of them have a cost of 0 or less, accurate to a bucket at both ends of the range. */
  readonly notPositive: number;
}

const all = [-Infinity, Infinity] as const;

/**
 * The batch costs of a run in bounded memory, at most 2 MB however long the run is. Exact for the latest 32,768 steps, and so for a whole run that is no
 * longer. Earlier steps are in up to 32,768 buckets of equal width, which keep their minimum and maximum at their own steps, and their
 * sum. When the buckets are full, neighbours merge and the width doubles.
 */
export class CostHistory {
  /** The first recorded step. */
  #first = 1;
  /** The latest recorded step. */
  #latest = 0;
  /** The cost of step s is at (s − first) mod 32,768. Doubles until it has that length. */
  #recent = new Float32Array(1024);
  readonly #recentIndex = new ExtremesIndex({ lows: this.#recent, highs: this.#recent, sums: this.#recent });
  /** Once the run is longer than what is exact. */
  #buckets: CostBuckets | null = null;

  /** The latest step recorded; 0 before the first. */
  get latestStep(): number {
    return this.#latest < this.#first ? 0 : this.#latest;
  }

  /**
   * Records the costs of `count` consecutive steps, the first of which is number `firstStep`. If that does not follow the latest step, what
   * was recorded is dropped.
   */
  append(firstStep: number, costs: Float32Array, count: number): void {
    if (count === 0) return;
    if (firstStep !== this.#latest + 1 || this.#length === 0) this.#startAt(firstStep);
    let taken = 0;
    if (this.#buckets === null) {
      taken = Math.min(count, exactCosts - this.#length);
      this.#remember(costs, 0, taken);
      if (taken === count) return;
      this.#buckets = CostBuckets.of(this.#recent);
    }
    this.#buckets.append(costs, taken, count);
    this.#remember(costs, taken, count);
  }

  /**
   * At most `points` points (8 at least) of a range of steps, both ends included, that keep minima and maxima at their own steps. Each
   * step has its point if `points` allows it and the range is recent. The latest step is always the last point of a range that includes it.
   * @throws `invalid-option` for a number of points that is not a positive integer
   */
  read(points = 2048, range: readonly [from: number, to: number] = all): CostPoints {
    checkInteger(points, 'points', 1, Number.MAX_SAFE_INTEGER);
    const from = Math.max(range[0], this.#first);
    const to = Math.min(range[1], this.#latest);
    const steps: number[] = [];
    const costs: number[] = [];
    const means: number[] = [];
    const series = this.#finest(from);
    const counts = reduceSeries(series.entries, Math.max(8, points), [from, to], {
      point(entry, isHigh, mean) {
        steps.push(isHigh ? series.entries.highStep(entry) : series.entries.lowStep(entry));
        costs.push(isHigh ? series.highs[entry]! : series.lows[entry]!);
        means.push(mean);
      },
    });
    if (to === this.#latest && this.#length > 0 && from <= to && steps.at(-1) !== to) {
      steps.push(to);
      costs.push(this.#costOf(to));
      means.push(means.at(-1) ?? NaN);
    }
    return {
      steps: Float64Array.from(steps),
      costs: Float32Array.from(costs),
      means: counts.reduced ? Float32Array.from(means) : null,
      recorded: Math.max(0, Math.floor(to) - Math.ceil(from) + 1),
      notPositive: counts.notPositive,
    };
  }

  /** The state as plain data, for `load`. */
  save(): CostHistoryState {
    const { width, lows, highs, lowOffsets, highOffsets, sums, notPositive } =
      this.#buckets?.save() ?? CostBuckets.none;
    const recent = this.#unrolled();
    return {
      ...{ first: this.#first, latest: this.#latest, recent },
      ...{ width, lows, highs, lowOffsets, highOffsets, sums, notPositive },
    };
  }

  /** Restores a state from `save`. */
  load(state: CostHistoryState): void {
    const { first, latest, recent } = state;
    this.#startAt(first);
    this.#latest = latest - recent.length;
    this.#remember(recent, 0, recent.length);
    this.#buckets = state.width > 1 ? CostBuckets.load(state, latest + 1 - first) : null;
  }

  get #length(): number {
    return this.#latest + 1 - this.#first;
  }

  #startAt(firstStep: number): void {
    this.#first = firstStep;
    this.#latest = firstStep - 1;
    this.#buckets = null;
    this.#recentIndex.reset(this.#recentEntries());
  }

  #remember(costs: Float32Array, from: number, to: number): void {
    if (this.#recent.length < exactCosts && this.#length + to - from > this.#recent.length)
      this.#growTo(this.#length + to - from);
    const { length } = this.#recent;
    // Steps that would be overwritten at once are not written.
    let at = Math.max(from, to - length);
    this.#latest += at - from;
    while (at < to) {
      const place = this.#length % length;
      const count = Math.min(to - at, length - place);
      this.#recent.set(costs.subarray(at, at + count), place);
      this.#latest += count;
      at += count;
    }
  }

  #growTo(length: number): void {
    let size = this.#recent.length;
    while (size < length) size *= 2;
    const grown = new Float32Array(Math.min(exactCosts, size));
    grown.set(this.#recent);
    this.#recent = grown;
    this.#recentIndex.extend(this.#recentEntries());
  }

  #recentEntries(): { readonly lows: Float32Array; readonly highs: Float32Array; readonly sums: Float32Array } {
    return { lows: this.#recent, highs: this.#recent, sums: this.#recent };
  }

  #costOf(step: number): number {
    return this.#recent[(step - this.#first) % this.#recent.length]!;
  }

  /** The recent costs by ascending step. */
  #unrolled(): Float32Array {
    const length = this.#length;
    if (length <= this.#recent.length) return this.#recent.slice(0, length);
    const place = length % this.#recent.length;
    const unrolled = new Float32Array(this.#recent.length);
    unrolled.set(this.#recent.subarray(place));
    unrolled.set(this.#recent.subarray(0, place), this.#recent.length - place);
    return unrolled;
  }

  /** The finest entries that reach back to a step. */
  #finest(from: number): { entries: Reducible; lows: ArrayLike<number>; highs: ArrayLike<number> } {
    const first = this.#first;
    const last = this.#latest;
    if (this.#buckets === null) {
      this.#recentIndex.grow(this.#length);
      return this.#exact(this.#recentIndex, this.#recent, first);
    }
    if (from <= last - exactCosts) return this.#buckets.reducible(first, last);
    const recent = this.#unrolled();
    return this.#exact(new ExtremesIndex({ lows: recent, highs: recent, sums: recent }), recent, last + 1 - exactCosts);
  }

  #exact(
    index: ExtremesIndex,
    costs: Float32Array,
    first: number,
  ): { entries: Reducible; lows: ArrayLike<number>; highs: ArrayLike<number> } {
    const last = this.#latest;
    const stepOf = (entry: number): number => first + entry;
    const entryFrom = (step: number): number => Math.max(0, Math.ceil(step - first));
    const entries = { index, length: last + 1 - first, first, last, width: 1, entryFrom };
    return { entries: { ...entries, lowStep: stepOf, highStep: stepOf }, lows: costs, highs: costs };
  }
}
