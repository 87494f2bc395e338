import type { ScaleRule } from '../../shared/domainChoice.js';
import type { Size } from '../../shared/useSize.js';
import type { CellGroup } from '../geometry.js';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { Panel, PlacedLabel } from '../panel.js';

/** A matrix, apart from its numbers. */
export interface Matrix {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly rowNames: readonly string[] | null;
  readonly columnNames: readonly string[] | null;
  readonly rule: ScaleRule;
  /** What is coloured. */
  readonly what: string;
  readonly note: string | null;
  /** The message that names a cell by its row and column. */
  readonly cell: 'matrixCell' | 'confusionCell';
}

/** Pixels per character of a name, about; and the most that names of rows may take of the width. */
const perCharacter = 6.5;
const mostNames = 0.3;
const nameHeight = 18;
const largestCell = 56;

export function matrixPanel(matrix: Matrix, words: ActivationHeatmapMessages): Panel {
  const { name, rows, columns, rowNames, columnNames, rule, what, note, cell: message } = matrix;
  const nameOf = (names: readonly string[] | null, index: number): string => names?.[index] ?? String(index + 1);
  const cellName = (cell: number): string =>
    words[message](nameOf(rowNames, Math.floor(cell / columns)), nameOf(columnNames, cell % columns));
  return {
    layoutFor: (size) => layoutMatrix(matrix, size),
    rules: [rule],
    hasDots: false,
    areNeurons: false,
    groups: [{ name: words.matrixOf(name, rows, columns), title: cellName, spoken: cellName, quantity: what }],
    look: { gap: 1, signsFrom: 0 },
    legend: (domains, notFinite) =>
      domains.map((domain) => ({
        kind: 'scale',
        label: domain[0] < 0 ? words.signed(what) : what,
        domain,
        notFinite,
      })),
    note,
  };
}

/** One block of cells as square as fits, names of rows at its left, of columns below it; names are left out where they have no room. */
export function layoutMatrix(
  { rows, columns, rowNames, columnNames }: Pick<Matrix, 'rows' | 'columns' | 'rowNames' | 'columnNames'>,
  { width, height }: Pick<Size, 'width' | 'height'>,
): ReturnType<Panel['layoutFor']> {
  const left = rowNames ? Math.min(width * mostNames, widest(rowNames) + 10) : 0;
  const bottom = columnNames ? nameHeight : 0;
  const cellWidth = Math.max(0, Math.min(largestCell * 2, (width - left) / columns));
  const cellHeight = Math.max(0, Math.min(cellWidth, largestCell, (height - bottom) / rows));
  // Few columns may be wider than high; many are square, so that the diagonal is one.
  const across = columns <= 4 ? cellWidth : Math.min(cellWidth, cellHeight * 1.6);
  const group: CellGroup = {
    ...{ layer: 0, neurons: rows * columns, columns, x: left, y: 0 },
    ...{ pitchX: across, pitchY: cellHeight, cellWidth: across, cellHeight },
  };
  const block = {
    x: left,
    y: 0,
    width: across * columns,
    height: cellHeight * rows,
    rows,
    columns,
    offset: 0,
    table: 0,
  };
  const labels: PlacedLabel[] = [];
  if (rowNames && cellHeight >= 12) {
    rowNames.forEach((text, row) =>
      labels.push({
        ...{ text, x: 0, y: row * cellHeight, width: left - 8, height: cellHeight },
        align: 'end',
        slot: 'labels',
      }),
    );
  }
  if (columnNames && across >= Math.min(widest(columnNames), 64)) {
    columnNames.forEach((text, column) =>
      labels.push({
        ...{ text, x: left + column * across, y: rows * cellHeight, width: across, height: nameHeight },
        align: 'center',
        slot: 'labels',
      }),
    );
  }
  return { groups: [group], blocks: [block], caption: 0, labels };
}

function widest(names: readonly string[]): number {
  return Math.max(0, ...names.map(({ length }) => length)) * perCharacter;
}

/** Width / height that a matrix fills, names and legend included. */
export function aspectOfMatrix(rows: number, columns: number): number {
  const aspect = 420 / (Math.min(largestCell, 400 / Math.max(1, columns)) * rows + 70);
  return Number.isFinite(aspect) ? Math.min(2.4, Math.max(0.6, aspect)) : 1;
}
