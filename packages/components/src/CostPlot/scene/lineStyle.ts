import type { ScalarRole } from '@neuroglow/engine';
import type { Theme } from '../../shared/theme.js';

/** How a line is drawn. */
export interface LineStyle {
  readonly color: string;
  /** CSS pixels. */
  readonly width: number;
  /** Lengths of dashes and gaps; none for a solid line. */
  readonly dash: readonly number[];
  readonly opacity: number;
}

/** Which curves are told apart by what. */
export interface LinePlace {
  readonly role: ScalarRole;
  /** Among the metrics. */
  readonly metric: number;
  readonly run: number;
  readonly runs: number;
}

const dashes: Readonly<Record<ScalarRole, readonly number[]>> = {
  training: [],
  validation: [5, 3.5],
  test: [1.5, 3],
  metric: [8, 3, 1.5, 3],
};

/** Colours say the role where there is one run, and the run where there are several; dashes always say the role. */
export function lineStyle({ role, metric, run, runs }: LinePlace, { colors, categorical }: Theme): LineStyle {
  const ofRun = categorical[run % categorical.length]!;
  const ofMetric = categorical[metric % categorical.length]!;
  const ofRole = { training: colors.training, validation: colors.validation, test: colors.accent, metric: ofMetric };
  return { color: runs > 1 ? ofRun : ofRole[role], width: 1.75, dash: dashes[role], opacity: 1 };
}
