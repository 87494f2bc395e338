import { memberAt, placeAt, type HeatmapLayout } from './geometry.js';
import type { PanelNumbers } from './numbers.js';
import type { Panel } from './panel.js';

/** A row of numbers, as a table and a file have it. */
export interface NumberRow {
  /** The neuron whose picture the row belongs to, else the group of cells. */
  readonly name: string;
  /** Counted from 1 within its picture. */
  readonly row: number;
  readonly values: Float32Array;
}

/** All numbers that are shown, row by row; points have a row each. */
export function rowsOfBlocks(
  { blocks, groups }: Pick<HeatmapLayout, 'blocks' | 'groups'>,
  panel: Pick<Panel, 'groups'>,
  { values, points }: Pick<PanelNumbers, 'values' | 'points'>,
): readonly NumberRow[] {
  if (points) {
    const name = panel.groups[0]?.name ?? '';
    return Array.from({ length: points.at.length / 2 }, (_, at) => ({
      ...{ name, row: (points.rows?.[at] ?? at) + 1, values: points.at.subarray(2 * at, 2 * at + 2) },
    }));
  }
  const rows: NumberRow[] = [];
  let before = '';
  let row = 0;
  for (const { x, y, width, height, rows: down, columns, offset } of blocks) {
    const at = groups.findIndex((group) => placeAt(group, x + 0.01, y + 0.01) !== null);
    const group = groups[at];
    const words = panel.groups[at];
    if (!group || !words) continue;
    // A block per picture: its cells are smaller than the group's.
    const isPicture = width / columns < group.cellWidth * 0.99 || height / down < group.cellHeight * 0.99;
    const place = isPicture ? placeAt(group, x + 0.01, y + 0.01) : null;
    const name = place === null ? words.name : words.title(memberAt(group, place));
    // The last row of a picture may be a block of its own.
    if (name !== before) row = 0;
    before = name;
    for (let line = 0; line < down; line++) {
      rows.push({ name, row: ++row, values: values.subarray(offset + line * columns, offset + (line + 1) * columns) });
    }
  }
  return rows;
}
