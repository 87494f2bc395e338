import type { ViewerState } from '@neuroglow/engine';
import type { NumberFormat } from '../number.js';

/** The steps at both ends of an axis. */
export type StepDomain = readonly [from: number, to: number];

/** Steps that an axis shows at least: a run of one step is a point beside its start, and not a full axis. */
const LEAST_STEPS = 10;
/** CSS pixels between two ticks, enough for a number of seven digits. */
const TICK_SPACE = 80;

/** The steps that pictures over time show: the viewer's range, otherwise everything from step 0 to the last. */
export function stepDomain(range: ViewerState['range'], lastStep: number): StepDomain {
  if (range === 'all') return [0, Math.max(lastStep, LEAST_STEPS)];
  const [from, to] = range;
  return to > from ? [from, to] : [from, from + 1];
}

/** Where a step lies on an axis of that length in pixels. Steps outside of the domain lie beyond its ends. */
export function positionOfStep([from, to]: StepDomain, length: number, step: number): number {
  return ((step - from) / (to - from)) * length;
}

/** The whole step nearest to a position, within the domain. */
export function stepAtPosition([from, to]: StepDomain, length: number, position: number): number {
  if (!(length > 0)) return Math.ceil(from);
  const step = Math.round(from + (position / length) * (to - from));
  return Math.min(Math.floor(to), Math.max(Math.ceil(from), step));
}

/** Whole steps, 1, 2 or 5 times a power of ten apart, with room for their numbers. */
export function stepTicks([from, to]: StepDomain, length: number, space: number = TICK_SPACE): number[] {
  const most = Math.max(1, Math.floor(length / space));
  const distance = tickDistance((to - from) / most);
  const first = Math.ceil(from / distance);
  const last = Math.floor(to / distance);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * distance);
}

/** The label of a tick. */
export function formatStep(step: number, format: NumberFormat): string {
  return format.integer(step);
}

/** The least of 1, 2, 5, 10, 20, 50, … that is at least that much. */
function tickDistance(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return [1, 2, 5, 10].map((factor) => factor * power).find((distance) => distance >= least) ?? 10 * power;
}
