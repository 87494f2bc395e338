import { NeuroglowError } from '@neuroglow/engine';

export function refuse(message: string): NeuroglowError {
  return new NeuroglowError('invalid-input', message);
}

/** Throws unless each count is a whole number from 1. */
export function checkCounts(counts: Readonly<Record<string, unknown>>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (Number.isInteger(count) && (count as number) >= 1) continue;
    throw refuse(`${name}: expected a whole number from 1, got ${String(count)}; say how many cells there are.`);
  }
}

/** Throws unless there are as many values as cells. */
export function checkLength(name: string, values: unknown, expected: number, shape: string, order: string): void {
  const length = lengthOf(values);
  if (length === expected) return;
  throw refuse(`${name}: expected ${shape} = ${expected} numbers, got ${length ?? typeof values}; ${order}.`);
}

function lengthOf(values: unknown): number | null {
  return typeof values === 'object' && values !== null && 'length' in values && typeof values.length === 'number'
    ? values.length
    : null;
}
