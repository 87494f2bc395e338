import type { ColorTable } from '../../shared/colorTable.js';

export type { ColorTable };

/** Near black or near white, as colour words: what a mark upon a colour is drawn with, and its other half for an edge. */
export function markWords(ground: number): readonly [mark: number, edge: number] {
  const light = 0.2126 * (ground & 255) + 0.7152 * ((ground >>> 8) & 255) + 0.0722 * ((ground >>> 16) & 255);
  return light > 120 ? [darkMark, lightMark] : [lightMark, darkMark];
}

const darkMark = 0xff1d1916;
const lightMark = 0xfff3f0ee;

/** The word for a value; `undefined` where the value is not finite, so that no caller forgets to hatch it. */
export function wordOf(table: ColorTable, value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const last = table.colors.length - 1;
  const at = Math.round(((value - table.low) / (table.high - table.low || 1)) * last);
  return table.colors[at < 0 ? 0 : at > last ? last : at];
}
