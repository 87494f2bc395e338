import type { NumberFormat } from './number.js';

/**
 * A cost with a fixed number of decimals, so that it does not jump as it falls; scientific where those would all be 0, and for the huge costs of a run
 * that diverges.
 */
export function costText(cost: number, format: NumberFormat): string {
  const size = Math.abs(cost);
  return size !== 0 && (size < 1e-3 || size >= 1e4) ? format.value(cost) : format.fixed(cost, 4);
}
