import type { ViewerState } from '@neuroglow/engine';
import { transformOf, type Domain } from '../axes/scale.js';
import type { PlotAxis, PlotScene } from '../scene/scene.js';

export type StepRange = ViewerState['range'];

/** Fewest steps that a zoom shows. */
const leastSteps = 4;

/** The range of steps of a part of the axis; 'all' where that is the whole. */
export function rangeOf(scene: Pick<PlotScene, 'steps' | 'lastStep'>, [low, high]: Domain): StepRange {
  const { steps, lastStep } = scene;
  let from = steps.toStep(low);
  let to = steps.toStep(high);
  if (to - from < leastSteps) {
    const middle = (from + to) / 2;
    [from, to] = [middle - leastSteps / 2, middle + leastSteps / 2];
  }
  const most = Math.max(lastStep, leastSteps);
  if (to > most) [from, to] = [from - (to - most), most];
  if (from < 0) [from, to] = [0, Math.min(most, to - from)];
  const whole = [Math.floor(from), Math.ceil(to)] as const;
  return whole[0] <= 0 && whole[1] >= most ? 'all' : whole;
}

/** The axis's domain, narrower by a factor about the place at a share of its length. */
export function zoomAbout({ domain, scale, threshold }: PlotAxis, factor: number, share: number): Domain {
  const { forward, inverse } = transformOf(scale, threshold);
  const [low, high] = [forward(domain[0]), forward(domain[1])];
  const middle = low + (high - low) * share;
  return [inverse(middle - (middle - low) / factor), inverse(middle + (high - middle) / factor)];
}

/** The axis's domain, moved by a share of its length. */
export function panBy({ domain, scale, threshold }: PlotAxis, share: number): Domain {
  const { forward, inverse } = transformOf(scale, threshold);
  const [low, high] = [forward(domain[0]), forward(domain[1])];
  const distance = (high - low) * share;
  return [inverse(low + distance), inverse(high + distance)];
}

/**
 * Which steps to ask a source for, so that the steps shown are in it with some more on both sides: a pan then needs no new frames. Stays as it is while it
 * suffices and is not much too wide.
 */
export function windowAround(range: StepRange, before: StepRange): StepRange {
  if (range === 'all') return 'all';
  const [from, to] = range;
  const width = to - from;
  if (before !== 'all' && before[0] <= Math.max(0, from) && before[1] >= to && before[1] - before[0] <= 4 * width)
    return before;
  return [Math.max(0, Math.floor(from - width / 2)), Math.ceil(to + width / 2)];
}
