import type { ViewerState } from '@neuroglow/engine';
import { stepDomain } from '../../shared/stepAxis/stepAxis.js';
import type { CurveSeries, RunCurves } from '../series/curves.js';
import type { AxisScale, Domain } from './scale.js';

/** What the horizontal axis counts. `time`: seconds since the run began. */
export type PlotX = 'step' | 'epoch' | 'time';

export const plotXs: readonly PlotX[] = ['step', 'epoch', 'time'];

/** A series' places along the axis; null where it does not know them. */
export function abscissasOf({ steps, epochs, times }: CurveSeries, x: PlotX): ArrayLike<number> | null {
  if (x === 'step') return steps;
  return (x === 'epoch' ? epochs : times) ?? null;
}

/** What an axis can count: what at least one series knows. */
export function knownXs(runs: readonly RunCurves[]): readonly PlotX[] {
  return plotXs.filter(
    (x) => x === 'step' || runs.some(({ series }) => series.some((one) => abscissasOf(one, x) !== null)),
  );
}

/** Converts between steps and the axis. Between two points, and beyond the last, it goes on straight. */
export interface StepMap {
  readonly toX: (step: number) => number;
  readonly toStep: (x: number) => number;
}

const identity: StepMap = { toX: (step) => step, toStep: (x) => x };

/** By the longest series that knows its places. */
export function stepMapOf(runs: readonly RunCurves[], x: PlotX): StepMap {
  if (x === 'step') return identity;
  let longest: { readonly steps: ArrayLike<number>; readonly xs: ArrayLike<number> } | null = null;
  for (const { series } of runs) {
    for (const one of series) {
      const xs = abscissasOf(one, x);
      if (xs && xs.length > (longest?.xs.length ?? 1)) longest = { steps: one.steps, xs };
    }
  }
  if (!longest) return identity;
  const { steps, xs } = longest;
  return { toX: (step) => interpolate(steps, xs, step), toStep: (place) => interpolate(xs, steps, place) };
}

function interpolate(from: ArrayLike<number>, to: ArrayLike<number>, value: number): number {
  const end = from.length - 1;
  let low = 0;
  let high = end;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= value) low = middle;
    else high = middle;
  }
  // Before the first point, from 0 at 0.
  const isBefore = value < from[0]!;
  const [a, b] = isBefore ? [0, from[0]!] : [from[low]!, from[high]!];
  const [c, d] = isBefore ? [0, to[0]!] : [to[low]!, to[high]!];
  return b > a ? c + ((value - a) / (b - a)) * (d - c) : d;
}

/** The steps that are shown, at both ends of the axis. A log axis begins at the first step. */
export function horizontalDomain(
  range: ViewerState['range'],
  first: number,
  last: number,
  { toX }: StepMap,
  x: PlotX,
  scale: AxisScale,
): Domain {
  const [from, to] = stepDomain(range, last);
  const low = x === 'step' ? from : range === 'all' ? 0 : toX(from);
  const high = x === 'step' ? to : toX(range === 'all' ? Math.max(last, 1) : to);
  const least = scale === 'log' && low <= 0 ? Math.max(toX(first), Number.MIN_VALUE) : low;
  return high > least ? [least, high] : [least, least + 1];
}
