import { bucketCount, type BucketState } from './costHistoryState.js';
import { ExtremesIndex } from '../core/extremesIndex.js';
import type { Reducible } from '../core/reduceSeries.js';

/** Consecutive costs in buckets of one width, a power of two. Bucket b holds the values b·width to (b + 1)·width − 1, counted from the first. */
export class CostBuckets {
  static readonly none: BucketState = {
    width: 1,
    lows: new Float32Array(0),
    highs: new Float32Array(0),
    lowOffsets: new Uint32Array(0),
    highOffsets: new Uint32Array(0),
    sums: new Float64Array(0),
    notPositive: new Uint32Array(0),
  };

  #width = 2;
  /** Buckets in use; the last may still be filling. */
  #used = 0;
  /** Values in the last bucket. */
  #filled = 0;
  readonly #lows = new Float32Array(bucketCount);
  readonly #highs = new Float32Array(bucketCount);
  /** Places of minima and maxima within their buckets. */
  readonly #lowOffsets = new Uint32Array(bucketCount);
  readonly #highOffsets = new Uint32Array(bucketCount);
  readonly #sums = new Float64Array(bucketCount);
  readonly #notPositive = new Uint32Array(bucketCount);
  readonly #index = new ExtremesIndex(this.#entries);

  /** Buckets of two values each. */
  static of(costs: Float32Array): CostBuckets {
    const buckets = new CostBuckets();
    buckets.append(costs, 0, costs.length);
    return buckets;
  }

  /** Restores what `save` returned, of that many values in all. */
  static load(state: BucketState, values: number): CostBuckets {
    const buckets = new CostBuckets();
    buckets.#width = state.width;
    buckets.#used = state.lows.length;
    buckets.#filled = values - (buckets.#used - 1) * state.width;
    buckets.#lows.set(state.lows);
    buckets.#highs.set(state.highs);
    buckets.#lowOffsets.set(state.lowOffsets);
    buckets.#highOffsets.set(state.highOffsets);
    buckets.#sums.set(state.sums);
    buckets.#notPositive.set(state.notPositive);
    return buckets;
  }

  save(): BucketState {
    const used = this.#used;
    return {
      width: this.#width,
      lows: this.#lows.slice(0, used),
      highs: this.#highs.slice(0, used),
      lowOffsets: this.#lowOffsets.slice(0, used),
      highOffsets: this.#highOffsets.slice(0, used),
      sums: this.#sums.slice(0, used),
      notPositive: this.#notPositive.slice(0, used),
    };
  }

  /** Adds the values at [from, to). */
  append(costs: Float32Array, from: number, to: number): void {
    for (let at = from; at < to;) {
      if (this.#used === 0 || this.#filled === this.#width) this.#openBucket();
      const end = Math.min(to, at + this.#width - this.#filled);
      this.#fill(costs, at, end);
      at = end;
    }
  }

  /** For `reduceSeries`, where the first value is of step `first` and the last one of step `last`. */
  reducible(first: number, last: number): { entries: Reducible; lows: ArrayLike<number>; highs: ArrayLike<number> } {
    this.#index.grow(this.#used - 1);
    const width = this.#width;
    const entries: Reducible = {
      ...{ index: this.#index, length: this.#used, first, last, width },
      entryFrom: (step) => Math.max(0, Math.floor((step - first) / width)),
      lowStep: (entry) => first + entry * width + this.#lowOffsets[entry]!,
      highStep: (entry) => first + entry * width + this.#highOffsets[entry]!,
    };
    return { entries, lows: this.#lows, highs: this.#highs };
  }

  get #entries(): ConstructorParameters<typeof ExtremesIndex>[0] {
    return { lows: this.#lows, highs: this.#highs, sums: this.#sums, notPositive: this.#notPositive };
  }

  #openBucket(): void {
    if (this.#used === bucketCount) this.#mergeNeighbours();
    this.#used++;
    this.#filled = 0;
  }

  /** Puts the values at [from, to) into the last bucket. */
  #fill(costs: Float32Array, from: number, to: number): void {
    const bucket = this.#used - 1;
    const fresh = this.#filled === 0;
    const offset = this.#filled - from;
    let low = fresh ? Infinity : this.#lows[bucket]!;
    let high = fresh ? -Infinity : this.#highs[bucket]!;
    let lowOffset = fresh ? 0 : this.#lowOffsets[bucket]!;
    let highOffset = fresh ? 0 : this.#highOffsets[bucket]!;
    // One value after the other, so that the sum does not depend on how a run is cut into pieces.
    let sum = fresh ? 0 : this.#sums[bucket]!;
    let notPositive = fresh ? 0 : this.#notPositive[bucket]!;
    for (let at = from; at < to; at++) {
      const cost = costs[at]!;
      if (cost < low) {
        low = cost;
        lowOffset = at + offset;
      }
      if (cost > high) {
        high = cost;
        highOffset = at + offset;
      }
      if (!(cost > 0)) notPositive++;
      sum += cost;
    }
    this.#lows[bucket] = low;
    this.#highs[bucket] = high;
    this.#lowOffsets[bucket] = lowOffset;
    this.#highOffsets[bucket] = highOffset;
    this.#sums[bucket] = sum;
    this.#notPositive[bucket] = notPositive;
    this.#filled += to - from;
  }

  #mergeNeighbours(): void {
    const width = this.#width;
    for (let b = 0; b < bucketCount / 2; b++) {
      const [left, right] = [2 * b, 2 * b + 1];
      const low = this.#lows[right]! < this.#lows[left]! ? right : left;
      const high = this.#highs[right]! > this.#highs[left]! ? right : left;
      this.#lowOffsets[b] = this.#lowOffsets[low]! + (low - left) * width;
      this.#highOffsets[b] = this.#highOffsets[high]! + (high - left) * width;
      this.#lows[b] = this.#lows[low]!;
      this.#highs[b] = this.#highs[high]!;
      this.#sums[b] = this.#sums[left]! + this.#sums[right]!;
      this.#notPositive[b] = this.#notPositive[left]! + this.#notPositive[right]!;
    }
    this.#used = bucketCount / 2;
    this.#width *= 2;
    this.#index.reset(this.#entries);
  }
}
