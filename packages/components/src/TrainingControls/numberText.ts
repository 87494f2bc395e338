import { readNumber } from '../shared/readNumber.js';

/** What a number field holds: what may be typed, and what the arrow keys do. */
export interface NumberKind {
  /** The number in a typed text, or null. */
  readonly parse: (text: string) => number | null;
  readonly write: (value: number) => string;
  /** The next value up (1) or down (−1). */
  readonly next: (value: number, direction: 1 | -1) => number;
}

/** Greater than 0. The arrow keys walk 1, 2, 5, 10, … × 10ᵏ: rates are compared by factors, not by differences. */
export const rate: NumberKind = {
  parse(text) {
    const value = readNumber(text);
    return value !== null && value > 0 ? value : null;
  },
  write: (value) => String(Number(value.toPrecision(6))),
  next(value, direction) {
    const exponent = Math.floor(Math.log10(value));
    const candidates = [-1, 0, 1].flatMap((shift) => [1, 2, 5].map((digit) => Number(`${digit}e${exponent + shift}`)));
    const margin = value * 1e-9;
    return direction > 0
      ? (candidates.find((candidate) => candidate > value + margin) ?? value)
      : (candidates.findLast((candidate) => candidate < value - margin) ?? value);
  },
};

const largestSeed = 0xffffffff;

/** A 32-bit seed. */
export const seed: NumberKind = {
  parse(text) {
    const value = readNumber(text);
    return value !== null && Number.isInteger(value) && value >= 0 && value <= largestSeed ? value : null;
  },
  write: String,
  next: (value, direction) => Math.min(largestSeed, Math.max(0, value + direction)),
};
