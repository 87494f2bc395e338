import type { ScalarCounts, ScalarRole } from '@neuroglow/engine';

/** A reduced series: arrays of one length, by ascending step. */
export interface CurveSeries {
  readonly name: string;
  readonly role: ScalarRole;
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly epochs?: ArrayLike<number> | undefined;
  readonly times?: ArrayLike<number> | undefined;
  /** Means of the stretches that the points stand for. */
  readonly means?: ArrayLike<number> | undefined;
  readonly counts?: ScalarCounts | undefined;
}

/** The series of one run. */
export interface RunCurves {
  /** Unique in its plot. */
  readonly key: string;
  readonly name: string;
  readonly series: readonly CurveSeries[];
  /** The step at which it left another run, from which on it is drawn; null for a run of its own. */
  readonly fork: number | null;
}

/** The latest step of all series; 0 before the first. */
export function lastStep(runs: readonly RunCurves[]): number {
  let last = 0;
  for (const { series } of runs) for (const { steps } of series) last = Math.max(last, steps[steps.length - 1] ?? 0);
  return last;
}

/** The first step of all series; 0 before the first. */
export function firstStep(runs: readonly RunCurves[]): number {
  const firsts = runs.flatMap(({ series }) =>
    series.filter(({ steps }) => steps.length > 0).map(({ steps }) => steps[0]!),
  );
  return firsts.length > 0 ? Math.min(...firsts) : 0;
}

/** The first index whose number is larger; the length where none is. */
export function firstBeyond(numbers: ArrayLike<number>, number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A series' value at a step, or the last one before it; null before its first. */
export function valueAt({ steps, values }: Pick<CurveSeries, 'steps' | 'values'>, step: number): number | null {
  const beyond = firstBeyond(steps, step);
  return beyond > 0 ? values[beyond - 1]! : null;
}

/** The last value; null where there is none. */
export function latest({ values }: Pick<CurveSeries, 'values'>): number | null {
  return values.length > 0 ? values[values.length - 1]! : null;
}

/** The index of the nearest number; −1 where there is none. */
export function nearestIndex(numbers: ArrayLike<number>, number: number): number {
  const beyond = firstBeyond(numbers, number);
  if (beyond === numbers.length) return beyond - 1;
  if (beyond === 0) return 0;
  return number - numbers[beyond - 1]! <= numbers[beyond]! - number ? beyond - 1 : beyond;
}
