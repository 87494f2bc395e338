import type { FloatArray } from '@neuroglow/engine';

/** Bits of each number. */
export const bits = 5;
/** Numbers that so many bits can write. */
export const numbers = 2 ** bits;

/** What became of one sum: whether it overflows in truth, and how many of the six bits are wrong. */
export interface Verdict {
  readonly overflows: boolean;
  readonly wrongBits: number;
}

/**
 * Compares the network's six outputs with a + b, a bit counting as 1 from ½ on. A sum of more than five bits sets every bit: the
 * sixth says that the rest is no sum.
 * @param outputs six activations from `from` on
 */
export function verdictOf(a: number, b: number, outputs: FloatArray, from = 0): Verdict {
  const overflows = a + b >= numbers;
  const truth = overflows ? 2 * numbers - 1 : a + b;
  let wrongBits = 0;
  for (let bit = 0; bit <= bits; bit++) {
    const answer = outputs[from + bit]! >= 0.5 ? 1 : 0;
    if (answer !== ((truth >> bit) & 1)) wrongBits++;
  }
  return { overflows, wrongBits };
}

/** What the outputs say, in words. */
export function read(outputs: FloatArray): string {
  if (outputs[bits]! >= 0.5) return 'overflow';
  let sum = 0;
  for (let bit = 0; bit < bits; bit++) if (outputs[bit]! >= 0.5) sum += 2 ** bit;
  return String(sum);
}
