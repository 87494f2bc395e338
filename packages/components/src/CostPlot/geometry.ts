import type { CostCurve, CostCurves } from './curveData.js';

export type CostScale = 'linear' | 'log';

/** Curves over one ascending axis of steps, null where a curve has no value that can be drawn. */
export interface AlignedCurves {
  readonly steps: number[];
  readonly training: (number | null)[];
  readonly validation: (number | null)[];
  /** The training curve smoothed; null where no smoothing is asked for. */
  readonly smooth: (number | null)[] | null;
}

/** Merges both curves' steps. `halfLife` in steps; 0 smooths nothing. */
export function alignCurves({ training, validation }: CostCurves, scale: CostScale, halfLife: number): AlignedCurves {
  const steps: number[] = [];
  const values: [(number | null)[], (number | null)[]] = [[], []];
  const take = (curve: CostCurve, at: number, into: (number | null)[], step: number): number => {
    if (curve.steps[at] !== step) {
      into.push(null);
      return at;
    }
    const cost = curve.costs[at] ?? NaN;
    into.push(isDrawable(cost, scale) ? cost : null);
    return at + 1;
  };
  let one = 0;
  let other = 0;
  while (one < training.steps.length || other < validation.steps.length) {
    const step = Math.min(training.steps[one] ?? Infinity, validation.steps[other] ?? Infinity);
    steps.push(step);
    one = take(training, one, values[0], step);
    other = take(validation, other, values[1], step);
  }
  const [raw, held] = values;
  return { steps, training: raw, validation: held, smooth: halfLife > 0 ? smoothed(steps, raw, halfLife) : null };
}

/** How many values are there but cannot be drawn: not finite, and on a log axis also those that are not positive. */
export function countHidden({ training, validation }: CostCurves, scale: CostScale): number {
  let hidden = 0;
  for (const { costs } of [training, validation]) {
    for (let index = 0; index < costs.length; index++) if (!isDrawable(costs[index] ?? NaN, scale)) hidden++;
  }
  return hidden;
}

function isDrawable(cost: number, scale: CostScale): boolean {
  return Number.isFinite(cost) && (scale === 'linear' || cost > 0);
}

/**
 * Exponential moving average by steps, not by points, as the curve is thinned: a value's weight halves every `halfLife` steps. Divided by
 * the sum of the weights, so that it begins at the first value and not at 0.
 */
function smoothed(steps: readonly number[], costs: readonly (number | null)[], halfLife: number): (number | null)[] {
  let sum = 0;
  let weight = 0;
  let before = steps[0] ?? 0;
  return costs.map((cost, index) => {
    const step = steps[index] ?? before;
    if (cost === null) return null;
    const decay = 0.5 ** ((step - before) / halfLife);
    const share = weight === 0 ? 1 : 1 - decay;
    sum = sum * decay + cost * share;
    weight = weight * decay + share;
    before = step;
    return sum / weight;
  });
}

/** The last finite value; null where there is none. */
export function latest({ costs }: Pick<CostCurve, 'costs'>): number | null {
  return costs.length > 0 ? (costs[costs.length - 1] ?? null) : null;
}

/** A curve's value at a step, or the last one before it; null before its first. */
export function valueAt({ steps, costs }: CostCurve, step: number): number | null {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? (costs[low - 1] ?? null) : null;
}

/** The latest step of either curve; 0 before the first. */
export function lastStep({ training, validation }: CostCurves): number {
  return Math.max(training.steps[training.steps.length - 1] ?? 0, validation.steps[validation.steps.length - 1] ?? 0);
}

/** Where a key leads among so many points; null for other keys. */
export function pointByKey(from: number, points: number, key: string): number | null {
  const page = Math.max(1, Math.round(points / 10));
  const last = points - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    PageUp: from + page,
    PageDown: from - page,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined || last < 0 ? null : Math.min(last, Math.max(0, next));
}
