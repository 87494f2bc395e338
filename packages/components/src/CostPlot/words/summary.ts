import { levelsOf } from '../series/smoothing.js';
import type { CurveSeries } from '../series/curves.js';

/** What a curve did, in numbers. */
export interface CurveSummary {
  readonly first: number;
  readonly last: number;
  readonly firstStep: number;
  readonly lastStep: number;
  /** Where it fell (or rose, if it rose in all) most: a stretch of a fiftieth of its steps. null where there are too few points to tell, or where it stayed. */
  readonly steepest: readonly [from: number, to: number] | null;
  /** Points that are not finite. */
  readonly notFinite: number;
}

/** Fewest points of which the steepest stretch is told. */
const fewest = 12;
/** Stretches that the steepest is one of. */
const stretches = 50;

/** Sums a curve up; null for one without a finite value. First and last are levels: where points are extremes of stretches, the means of those. */
export function summarize({ steps, values, means, counts }: CurveSeries): CurveSummary | null {
  const levels = levelsOf(values, means);
  const finite: number[] = [];
  for (let at = 0; at < levels.length; at++) if (Number.isFinite(levels[at]!)) finite.push(at);
  if (finite.length === 0) return null;
  const [start, end] = [finite[0]!, finite[finite.length - 1]!];
  const [first, last] = [levels[start]!, levels[end]!];
  return {
    ...{ first, last, firstStep: steps[start]!, lastStep: steps[end]! },
    steepest:
      finite.length < fewest || first === last ? null : steepestOf(steps, levels, finite, Math.sign(last - first)),
    notFinite: counts?.notFinite ?? levels.length - finite.length,
  };
}

/** The stretch of a fiftieth of all steps over which the levels went furthest in a direction. */
function steepestOf(
  steps: ArrayLike<number>,
  levels: ArrayLike<number>,
  finite: readonly number[],
  direction: number,
): readonly [number, number] {
  const length = Math.ceil((steps[finite[finite.length - 1]!]! - steps[finite[0]!]!) / stretches);
  let [most, best]: [number, readonly [number, number]] = [-Infinity, [0, 0]];
  let from = 0;
  for (let to = 1; to < finite.length; to++) {
    while (from < to - 1 && steps[finite[to]!]! - steps[finite[from]!]! > length) from++;
    const [a, b] = [finite[from]!, finite[to]!];
    const change = (levels[b]! - levels[a]!) * direction;
    if (change > most) [most, best] = [change, [steps[a]!, steps[b]!]];
  }
  return best;
}
