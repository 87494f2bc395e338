import { checkInteger } from '../../core/check.js';

/** Most rows of the evaluation set. */
export const evaluationRows = 256;

/**
 * The rows of the evaluation set: at most `most` of a data set's `rows`, evenly spaced from the first: ⌊i·rows/most⌋. The same rows at every
 * step, so that the evaluation cost changes only because the network does.
 * @throws `invalid-option`
 */
export function evaluationSet(rows: number, most: number = evaluationRows): Uint32Array {
  checkInteger(rows, 'rows', 1, 0xffffffff);
  checkInteger(most, 'most', 1, 0xffffffff);
  const count = Math.min(rows, most);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
}
