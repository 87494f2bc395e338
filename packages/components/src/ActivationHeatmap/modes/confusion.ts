import { shareRule, countRule } from '../../shared/domain.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { PanelNumbers } from '../panel.js';
import type { ConfusionProps } from '../types.js';
import { checkNames } from './matrix.js';
import { aspectOfMatrix, matrixPanel, type Matrix } from './matrixPanel.js';
import type { HeatmapMode } from './mode.js';
import { checkCounts, checkLength } from './refuse.js';

/** Which class was taken for which: true classes down, answers across. */
export const confusionMode: HeatmapMode<ConfusionProps, Confusion> = {
  aspect({ values }, network) {
    const classes = values?.classes ?? network?.layers.at(-1)?.neurons ?? 2;
    return aspectOfMatrix(classes, classes);
  },

  describe(props, { network }, words) {
    const output = network.layers.at(-1);
    return output ? describe(props, output.neurons, output.labels, words) : null;
  },

  views: ({ of, rows }) => ({
    main: { kind: 'confusionMatrix', ...(of !== undefined && { of }), ...(rows !== undefined && { rows }) },
  }),
  missing: (words) => words.waiting,

  read({ main }, description, words) {
    if (main.kind !== 'confusionMatrix' || main.classes !== description.rows) return null;
    return numbersOf(main.counts, main.runId, description, words);
  },

  given(props, words) {
    const { values } = props;
    if (!values) return null;
    const { classes, counts, classNames = null } = values;
    checkCounts({ classes });
    checkLength('counts', counts, classes * classes, `${classes} × ${classes}`, 'pass the row of each true class');
    checkNames('classNames', classNames, classes);
    const description = describe(props, classes, classNames, words);
    return { description, numbers: numbersOf(counts, 'values', description, words) };
  },

  panel: matrixPanel,

  samplesView: ({ of, rows }, cell, { columns }) => ({
    kind: 'confusionMatrix',
    ...(of !== undefined && { of }),
    ...(rows !== undefined && { rows }),
    cell: [Math.floor(cell / columns), cell % columns],
  }),
};

export interface Confusion extends Matrix {
  readonly normalize: 'none' | 'row';
}

function describe(
  { normalize = 'none' }: ConfusionProps,
  classes: number,
  names: readonly string[] | null,
  words: ActivationHeatmapMessages,
): Confusion {
  const classNames = names ?? Array.from({ length: classes }, (_, index) => String(index));
  return {
    ...{
      name: words.confusion,
      rows: classes,
      columns: classes,
      rowNames: classNames,
      columnNames: classNames,
      normalize,
    },
    rule: normalize === 'row' ? { ...shareRule, quantity: 'share' } : { ...countRule, quantity: 'count' },
    what: normalize === 'row' ? words.shareOfClass : words.count,
    note: words.confusionAxes,
    cell: 'confusionCell',
  };
}

function numbersOf(
  counts: ArrayLike<number>,
  runId: string,
  { rows, normalize, rowNames }: Confusion,
  words: ActivationHeatmapMessages,
): PanelNumbers {
  const values = Float32Array.from(counts);
  let right = 0;
  let all = 0;
  let worst = { count: 0, truth: 0, answer: 0 };
  for (let truth = 0; truth < rows; truth++) {
    const row = values.subarray(truth * rows, (truth + 1) * rows);
    const total = row.reduce((sum, count) => sum + count, 0);
    for (const [answer, count] of row.entries()) {
      if (answer === truth) right += count;
      else if (count > worst.count) worst = { count, truth, answer };
    }
    all += total;
    if (normalize === 'row') row.forEach((count, answer) => (row[answer] = total > 0 ? count / total : 0));
  }
  const name = (index: number): string => rowNames?.[index] ?? String(index);
  return {
    runId,
    values,
    extents: [values],
    readings: [values],
    summary: (format) =>
      words.confusionSummary(
        right,
        all,
        worst.count > 0 ? { ...worst, truth: name(worst.truth), answer: name(worst.answer) } : null,
        format,
      ),
  };
}
