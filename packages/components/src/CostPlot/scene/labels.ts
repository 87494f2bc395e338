import type { NumberFormat } from '../../shared/number.js';
import { formatStep, stepTicks } from '../../shared/stepAxis/stepAxis.js';
import type { PlotX } from '../axes/horizontal.js';
import { ticksOf } from '../axes/ticks.js';
import type { PlotAxis } from './scene.js';

/** A labelled value of an axis. */
export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

/** Ticks of the horizontal axis: whole steps, or round numbers of epochs and seconds. */
export function horizontalTicks(
  { scale, threshold, domain }: PlotAxis,
  x: PlotX,
  length: number,
  format: NumberFormat,
): AxisTick[] {
  const isWhole = x === 'step' && scale === 'linear';
  const values = isWhole ? stepTicks(domain, length) : ticksOf(domain, scale, threshold, length, 80);
  return values.map((value) => ({ value, label: x === 'step' ? formatStep(value, format) : format.value(value) }));
}

/** Ticks of a vertical axis. */
export function verticalTicks(
  { scale, threshold, domain }: PlotAxis,
  length: number,
  format: NumberFormat,
): AxisTick[] {
  return ticksOf(domain, scale, threshold, length, scale === 'linear' ? 40 : 34).map((value) => ({
    value,
    label: format.value(value),
  }));
}
