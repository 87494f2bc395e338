import type { ScalarRole } from '@neuroglow/engine';
import { costText } from '../../shared/costText.js';
import type { NumberFormat } from '../../shared/number.js';
import type { CostPlotMessages } from '../messages.js';
import { valueAt, type CurveSeries, type RunCurves } from '../series/curves.js';

/** A cost, or the word for none. */
export function writeCost(cost: number | null, words: CostPlotMessages, format: NumberFormat): string {
  return cost === null ? words.none : costText(cost, format);
}

/** What a series is called: roles that a plot has words for by those, others by their names. */
export function seriesName({ name, role }: Pick<CurveSeries, 'name' | 'role'>, words: CostPlotMessages): string {
  const known: Readonly<Record<ScalarRole, string | null>> = {
    training: words.training,
    validation: words.validation,
    test: words.test,
    metric: null,
  };
  return known[role] ?? name;
}

/** What a curve is called in a plot of so many runs. */
export function curveName(run: RunCurves, series: CurveSeries, runs: number, words: CostPlotMessages): string {
  const name = seriesName(series, words);
  return runs > 1 ? words.ofRun(run.name, name) : name;
}

/** The values of curves at a step, or before it, a line each. */
export function writeStep(
  curves: readonly { readonly run: RunCurves; readonly series: CurveSeries }[],
  runs: number,
  step: number,
  words: CostPlotMessages,
  format: NumberFormat,
): readonly string[] {
  return curves.flatMap(({ run, series }) => {
    const value = valueAt(series, step);
    if (value === null && series.role !== 'training') return [];
    return [words.value(curveName(run, series, runs, words), writeCost(value, words, format))];
  });
}
