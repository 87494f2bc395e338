import { checkInteger, checkObject, isNumberList } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/** Buckets of a history: with their minima and maxima about 100 kB, for a run of any length. */
const bucketCount = 4096;

/** The state of a history, as plain data. */
export interface CostHistoryState {
  readonly width: number;
  readonly filled: number;
  readonly lowSteps: Float64Array;
  readonly lowCosts: Float32Array;
  readonly highSteps: Float64Array;
  readonly highCosts: Float32Array;
  readonly latestStep: number;
  readonly latestCost: number;
}

/** Throws `invalid-parameters` for anything but the result of `save`. */
export function checkHistory(state: CostHistoryState): void {
  checkObject(state, 'state.costs', 'invalid-parameters');
  const { lowSteps, lowCosts, highSteps, highCosts, width, filled } = state;
  const used: unknown = (lowSteps as Float64Array | undefined)?.length;
  checkInteger(used, 'state.costs, buckets', 0, bucketCount, 'invalid-parameters');
  checkInteger(width, 'state.costs.width', 1, Number.MAX_SAFE_INTEGER, 'invalid-parameters');
  checkInteger(filled, 'state.costs.filled', 0, width, 'invalid-parameters');
  for (const series of [lowSteps, lowCosts, highSteps, highCosts]) {
    if (isNumberList(series) && series.length === used) continue;
    throw new NeuroglowError(
      'invalid-parameters',
      `state.costs: expected four series of one length, got ${show(series)} and a length of ${used}; load a state saved from a run.`,
    );
  }
}

/** Points of a curve, by ascending step. */
export interface CostPoints {
  readonly steps: Float64Array;
  readonly costs: Float32Array;
}

/**
 * The batch costs of a run in bounded memory: 4,096 buckets of equal width in steps, each keeping its minimum and maximum at
 * their own steps; when they are full, neighbours merge and the width doubles. Exact for the first 4,096 steps.
 */
export class CostHistory {
  /** Steps per bucket. Bucket b holds steps (b·width, (b + 1)·width]. */
  #width = 1;
  /** Buckets in use; the last may still be filling. */
  #used = 0;
  /** Values in the last bucket. */
  #filled = 0;
  readonly #lowSteps = new Float64Array(bucketCount);
  readonly #lowCosts = new Float32Array(bucketCount);
  readonly #highSteps = new Float64Array(bucketCount);
  readonly #highCosts = new Float32Array(bucketCount);
  #latestStep = 0;
  #latestCost = NaN;

  /** The latest step recorded; 0 before the first. */
  get latestStep(): number {
    return this.#latestStep;
  }

  /** Records the costs of `count` consecutive steps, the first of which is number `firstStep`. */
  append(firstStep: number, costs: Float32Array, count: number): void {
    let i = 0;
    while (i < count) {
      if (this.#used === 0 || this.#filled === this.#width) this.#openBucket();
      const end = Math.min(count, i + this.#width - this.#filled);
      const bucket = this.#used - 1;
      let lowAt = i;
      let highAt = i;
      for (let k = i + 1; k < end; k++) {
        if (costs[k]! < costs[lowAt]!) lowAt = k;
        if (costs[k]! > costs[highAt]!) highAt = k;
      }
      const fresh = this.#filled === 0;
      if (fresh || costs[lowAt]! < this.#lowCosts[bucket]!) {
        this.#lowCosts[bucket] = costs[lowAt]!;
        this.#lowSteps[bucket] = firstStep + lowAt;
      }
      if (fresh || costs[highAt]! > this.#highCosts[bucket]!) {
        this.#highCosts[bucket] = costs[highAt]!;
        this.#highSteps[bucket] = firstStep + highAt;
      }
      this.#filled += end - i;
      i = end;
    }
    if (count === 0) return;
    this.#latestStep = firstStep + count - 1;
    this.#latestCost = costs[count - 1]!;
  }

  /** At most `points` points (4 at least) that keep minima and maxima; the latest step is always the last. */
  read(points = 2048): CostPoints {
    const most = Math.max(4, Math.floor(points));
    // A bucket of one step gives a point; others give two, and the latest step may add one.
    const group = this.#width === 1 && this.#used <= most ? 1 : Math.ceil(this.#used / Math.floor((most - 1) / 2));
    const steps: number[] = [];
    const costs: number[] = [];
    const add = (step: number, cost: number): void => {
      if (steps.length > 0 && steps[steps.length - 1]! >= step) return;
      steps.push(step);
      costs.push(cost);
    };
    for (let from = 0; from < this.#used; from += group) {
      let low = from;
      let high = from;
      for (let b = from + 1; b < Math.min(from + group, this.#used); b++) {
        if (this.#lowCosts[b]! < this.#lowCosts[low]!) low = b;
        if (this.#highCosts[b]! > this.#highCosts[high]!) high = b;
      }
      const lowFirst = this.#lowSteps[low]! <= this.#highSteps[high]!;
      if (lowFirst) add(this.#lowSteps[low]!, this.#lowCosts[low]!);
      add(this.#highSteps[high]!, this.#highCosts[high]!);
      if (!lowFirst) add(this.#lowSteps[low]!, this.#lowCosts[low]!);
    }
    if (this.#latestStep > 0) add(this.#latestStep, this.#latestCost);
    return { steps: Float64Array.from(steps), costs: Float32Array.from(costs) };
  }

  /** The state as plain data, for `load`. */
  save(): CostHistoryState {
    return {
      width: this.#width,
      filled: this.#filled,
      lowSteps: this.#lowSteps.slice(0, this.#used),
      lowCosts: this.#lowCosts.slice(0, this.#used),
      highSteps: this.#highSteps.slice(0, this.#used),
      highCosts: this.#highCosts.slice(0, this.#used),
      latestStep: this.#latestStep,
      latestCost: this.#latestCost,
    };
  }

  /** Restores a state from `save`. */
  load(state: CostHistoryState): void {
    this.#width = state.width;
    this.#filled = state.filled;
    this.#used = state.lowSteps.length;
    this.#lowSteps.set(state.lowSteps);
    this.#lowCosts.set(state.lowCosts);
    this.#highSteps.set(state.highSteps);
    this.#highCosts.set(state.highCosts);
    this.#latestStep = state.latestStep;
    this.#latestCost = state.latestCost;
  }

  #openBucket(): void {
    if (this.#used === bucketCount) this.#mergeNeighbours();
    this.#used++;
    this.#filled = 0;
  }

  #mergeNeighbours(): void {
    for (let b = 0; b < bucketCount / 2; b++) {
      const low = this.#lowCosts[2 * b + 1]! < this.#lowCosts[2 * b]! ? 2 * b + 1 : 2 * b;
      const high = this.#highCosts[2 * b + 1]! > this.#highCosts[2 * b]! ? 2 * b + 1 : 2 * b;
      this.#lowSteps[b] = this.#lowSteps[low]!;
      this.#lowCosts[b] = this.#lowCosts[low]!;
      this.#highSteps[b] = this.#highSteps[high]!;
      this.#highCosts[b] = this.#highCosts[high]!;
    }
    this.#used = bucketCount / 2;
    this.#width *= 2;
  }
}
