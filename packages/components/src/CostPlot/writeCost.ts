import type { NumberFormat } from '../shared/number.js';
import type { CostCurves } from './curveData.js';
import { valueAt } from './geometry.js';
import type { CostPlotMessages } from './messages.js';

/** A cost with a fixed number of decimals, so that it does not jump as it falls; scientific once those would all be 0. */
export function writeCost(cost: number | null, words: CostPlotMessages, format: NumberFormat): string {
  if (cost === null) return words.none;
  return cost !== 0 && Math.abs(cost) < 1e-3 ? format.value(cost) : format.fixed(cost, 4);
}

/** Both curves' values at a step, a line each. */
export function writeStep(
  { training, validation }: CostCurves,
  step: number,
  words: CostPlotMessages,
  format: NumberFormat,
): readonly string[] {
  const line = (name: string, cost: number | null): string => words.value(name, writeCost(cost, words, format));
  const lines = [line(words.training, valueAt(training, step))];
  const heldOut = valueAt(validation, step);
  return heldOut === null ? lines : [...lines, line(words.validation, heldOut)];
}
