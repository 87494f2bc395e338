import { costText } from '../shared/costText.js';
import type { NumberFormat } from '../shared/number.js';
import type { CostCurves } from './curveData.js';
import { valueAt } from './geometry.js';
import type { CostPlotMessages } from './messages.js';

/** A cost, or the word for none. */
export function writeCost(cost: number | null, words: CostPlotMessages, format: NumberFormat): string {
  return cost === null ? words.none : costText(cost, format);
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
