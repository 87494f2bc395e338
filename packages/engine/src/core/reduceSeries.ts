import type { ExtremesIndex } from './extremesIndex.js';

/** Entries with their steps, ascending, as `reduceSeries` reads them. */
export interface Reducible {
  readonly index: ExtremesIndex;
  /** Entries. */
  readonly length: number;
  /** Steps of the first value and of the last one. */
  readonly first: number;
  readonly last: number;
  /** Steps per entry, a power of two; 1 where each entry is a single value. */
  readonly width: number;
  /** The first entry that has a value at that step or later. */
  readonly entryFrom: (step: number) => number;
  /** The step of the least (or the only) value of an entry, and of the largest. */
  readonly lowStep: (entry: number) => number;
  readonly highStep: (entry: number) => number;
}

/** Receives the points of a reduced series, by ascending step. */
export interface PointSink {
  /** A value of an entry: its largest, or its least, which is the only one where each entry is a single value. `mean`: of the point's stretch, NaN if unknown. */
  readonly point: (entry: number, isHigh: boolean, mean: number) => void;
}

/** What a stretch of a series holds, whether or not its points are shown. */
export interface ReducedCounts {
  /** Entries within the range. */
  readonly entries: number;
  readonly notFinite: number;
  readonly notPositive: number;
  /** Whether points stand for more than themselves. */
  readonly reduced: boolean;
}

/**
 * Gives at most `points` points of the steps in [from, to]: all values if they are few enough. Otherwise steps are cut into stretches of
 * one width, a power of two, that begin at multiples of it from the first step, so that they stay where they are while a series grows. Each gives its least and
 * its largest value at their own steps, and its first value that is not finite. The last entry is left to the caller.
 */
export function reduceSeries(
  series: Reducible,
  points: number,
  [from, to]: readonly [from: number, to: number],
  { point }: PointSink,
): ReducedCounts {
  const { index, first, last, width, entryFrom, lowStep, highStep } = series;
  const low = Math.max(from, first);
  const high = Math.min(to, last);
  const begin = entryFrom(low);
  // The entry of the last step may reach beyond it.
  const end = Math.min(series.length, width > 1 ? entryFrom(high) + 1 : entryFrom(nextAbove(high)));
  if (!(low <= high) || begin >= end) return { entries: 0, notFinite: 0, notPositive: 0, reduced: false };
  const whole = index.find(begin, end);
  const entries = end - begin;
  const notFinite = entries - whole.finite;
  const counts = { entries, notFinite, notPositive: whole.notPositive };
  if (width === 1 && entries <= points) {
    for (let entry = begin; entry < end; entry++) point(entry, false, NaN);
    return { ...counts, reduced: false };
  }
  const most = Math.max(1, Math.floor((points - 1) / (notFinite > 0 ? 3 : 2)));
  const stretch = stretchWidth(first, low, high, most, width);
  const give = (entry: number, isHigh: boolean, mean: number): void => {
    const step = isHigh ? highStep(entry) : lowStep(entry);
    if (step >= low && step <= high) point(entry, isHigh, mean);
  };
  for (let entry = begin; entry < end;) {
    const number = Math.floor((Math.max(low, lowStepOf(series, entry)) - first) / stretch);
    const next = Math.min(end, Math.max(entry + 1, entryFrom(first + (number + 1) * stretch)));
    const { lowAt, highAt, oddAt, sum, finite } = index.find(entry, next);
    const mean = finite > 0 ? sum / valuesIn(series, entry, next, finite) : NaN;
    const found: { entry: number; isHigh: boolean; step: number }[] = [];
    if (lowAt >= 0) found.push({ entry: lowAt, isHigh: false, step: lowStep(lowAt) });
    if (highAt >= 0 && highStep(highAt) !== lowStep(lowAt))
      found.push({ entry: highAt, isHigh: true, step: highStep(highAt) });
    if (oddAt >= 0) found.push({ entry: oddAt, isHigh: false, step: lowStep(oddAt) });
    found.sort((one, other) => one.step - other.step);
    for (const { entry: at, isHigh, step } of found) give(at, isHigh, step === lowStep(oddAt) ? NaN : mean);
    entry = next;
  }
  return { ...counts, reduced: true };
}

/** An entry's first step. */
function lowStepOf({ first, width, lowStep }: Reducible, entry: number): number {
  return width > 1 ? first + entry * width : lowStep(entry);
}

/** How many values some entries hold: the last entry of all may not be full. */
function valuesIn({ first, last, width, length }: Reducible, from: number, to: number, finite: number): number {
  if (width === 1) return finite;
  return to === length ? last + 1 - (first + from * width) : finite * width;
}

/** The narrowest stretch, a power of two and at least `least`, of which at most `most` cover [low, high]. */
function stretchWidth(first: number, low: number, high: number, most: number, least: number): number {
  const covering = (width: number): number =>
    Math.floor((high - first) / width) - Math.floor((low - first) / width) + 1;
  let width = least;
  while (covering(width) > most) width *= 2;
  // Steps may be fractions, if entries are single values.
  for (let half = width / 2; least === 1 && half > 1e-12 && covering(half) <= most; half /= 2) width = half;
  return width;
}

/** For the search of an end: the least number that is larger, as good as. */
function nextAbove(step: number): number {
  return step + Math.max(Number.MIN_VALUE, Math.abs(step) * Number.EPSILON);
}
