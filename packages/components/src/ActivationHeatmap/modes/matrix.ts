import { matrixRule } from '../../shared/domain.js';
import type { MatrixProps } from '../types.js';
import { aspectOfMatrix, matrixPanel, type Matrix } from './matrixPanel.js';
import type { HeatmapMode } from './mode.js';
import { extremes } from './pictures.js';
import { checkCounts, checkLength, refuse } from './refuse.js';

/** Any matrix: weights, gradients, numbers of the caller's own. */
export const matrixMode: HeatmapMode<MatrixProps, Matrix> = {
  aspect: ({ values }) => aspectOfMatrix(values.rows, values.columns),
  describe: () => null,
  views: () => null,
  missing: (words) => words.noMatrix,
  read: () => null,

  given(props, words) {
    // Callers without TypeScript may leave it out.
    const { values: matrix } = props as Partial<MatrixProps>;
    if (!matrix) return null;
    const { rows, columns, values, quantity = words.value, rowNames = null, columnNames = null } = matrix;
    checkCounts({ rows, columns });
    checkLength('values', values, rows * columns, `${rows} × ${columns}`, 'pass them row by row');
    checkNames('rowNames', rowNames, rows);
    checkNames('columnNames', columnNames, columns);
    const description: Matrix = {
      ...{ name: quantity, rows, columns, rowNames, columnNames, rule: { ...matrixRule, quantity } },
      what: quantity,
      note: null,
      cell: 'matrixCell',
    };
    const floats = Float32Array.from(values);
    return {
      description,
      numbers: {
        runId: 'values',
        values: floats,
        extents: [floats],
        readings: [values],
        summary: (format) => words.matrix(quantity, rows, columns, extremes(floats), format),
      },
    };
  },

  panel: matrixPanel,
};

export function checkNames(name: string, names: readonly string[] | null, count: number): void {
  if (names === null || names.length === count) return;
  throw refuse(`${name}: expected ${count} names, got ${names.length}; pass one each, or none.`);
}
