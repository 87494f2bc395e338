import type { ColorTable } from '../../shared/colorTable.js';

export type { ColorTable };

/** The word for a value; `undefined` where the value is not finite, so that no caller forgets to hatch it. */
export function wordOf(table: ColorTable, value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const last = table.colors.length - 1;
  const at = Math.round(((value - table.low) / (table.high - table.low || 1)) * last);
  return table.colors[at < 0 ? 0 : at > last ? last : at];
}
