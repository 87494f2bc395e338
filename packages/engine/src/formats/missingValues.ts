import { checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/**
 * What becomes of values that are missing in a table. `'error'`: the file is refused. `'skip'`: rows with a missing value in a column that is read
 * are left out. `{ fill }`: that number takes their place, or the mean of the column's other values; a missing class is still an error.
 */
export type MissingValues = 'error' | 'skip' | { readonly fill: number | 'mean' };

/** How tables commonly mark a missing value, in lower case. */
const marks = new Set(['', 'na', 'n/a', 'nan', 'null', '?']);

export function isMissing(cell: string): boolean {
  return marks.has(cell.trim().toLowerCase());
}

/** @throws `invalid-option` */
export function checkMissing(missing: unknown): MissingValues {
  if (missing === undefined || missing === 'error') return 'error';
  if (missing === 'skip') return 'skip';
  if (typeof missing === 'object' && missing !== null) {
    checkOptions(missing, 'missing', ['fill']);
    const { fill } = missing as { readonly fill?: unknown };
    if (fill === 'mean' || (typeof fill === 'number' && Number.isFinite(Math.fround(fill)))) return { fill };
  }
  throw new NeuroglowError(
    'invalid-option',
    `missing: expected 'error', 'skip', { fill: 'mean' } or { fill: a finite number }, got ${show(missing)}; choose one of these.`,
  );
}

/** What a refusal adds on how to read the file nevertheless. */
export function remedy(canFill: boolean): string {
  const skip = "missing: 'skip' leaves such rows out";
  return canFill ? `${skip}, missing: { fill: 'mean' } or { fill: 0 } fills them` : skip;
}
