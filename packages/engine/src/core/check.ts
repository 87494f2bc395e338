import { NeuroglowError, type NeuroglowErrorCode } from './error.js';
import { show } from './show.js';

/** Throws unless `value` is an integer in [low, high]. `name` starts the sentence: "batchSize". */
export function checkInteger(
  value: unknown,
  name: string,
  low: number,
  high: number,
  code: NeuroglowErrorCode = 'invalid-option',
): asserts value is number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < low || value > high) {
    throw new NeuroglowError(
      code,
      `${name}: expected an integer from ${low} to ${high}, got ${show(value)}; give a whole number in that range.`,
    );
  }
}

/** Throws unless `value` is a finite number that `accepts` takes; `expected` says which: "a number ≥ 0". */
export function checkNumber(
  value: unknown,
  name: string,
  expected: string,
  accepts: (value: number) => boolean,
  code: NeuroglowErrorCode = 'invalid-option',
): asserts value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || !accepts(value)) {
    throw new NeuroglowError(code, `${name}: expected ${expected}, got ${show(value)}; pass such a number.`);
  }
}

/** Throws unless `value` is one of `choices`. */
export function checkChoice<T extends string>(
  value: unknown,
  name: string,
  choices: readonly T[],
  code: NeuroglowErrorCode = 'invalid-option',
): asserts value is T {
  if (!choices.some((choice) => choice === value)) {
    throw new NeuroglowError(
      code,
      `${name}: expected one of ${choices.join(', ')}, got ${show(value)}; choose one of them.`,
    );
  }
}

/** Throws unless `value` is an object, and not an array. */
export function checkObject(
  value: unknown,
  name: string,
  code: NeuroglowErrorCode = 'invalid-option',
): asserts value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new NeuroglowError(
      code,
      `${name}: expected an object, got ${show(value)}; pass an object with the documented fields.`,
    );
  }
}

/** Throws unless `options` is an object whose fields are all among `known`, so that a mistyped name is noticed. Fields that are undefined are ignored. */
export function checkOptions(
  options: unknown,
  name: string,
  known: readonly string[],
  code: NeuroglowErrorCode = 'invalid-option',
): asserts options is Readonly<Record<string, unknown>> {
  checkObject(options, name, code);
  for (const [field, value] of Object.entries(options)) {
    if (value === undefined || known.includes(field)) continue;
    throw new NeuroglowError(
      code,
      `${name}: expected no other fields than ${known.join(', ')}, got ${show(field)}; correct its name or leave it out.`,
    );
  }
}

/** Throws unless `value` is true or false. */
export function checkBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value === 'boolean') return;
  throw new NeuroglowError('invalid-option', `${name}: expected true or false, got ${show(value)}; give one of them.`);
}

/** Throws unless `value` is a function. */
export function checkFunction(value: unknown, name: string): void {
  if (typeof value === 'function') return;
  throw new NeuroglowError('invalid-option', `${name}: expected a function, got ${show(value)}; pass one.`);
}

/** Whether `value` is an array of numbers, or a typed array of them (of 64-bit integers: no). */
export function isNumberList(value: unknown): value is ArrayLike<number> {
  if (!Array.isArray(value)) return isTypedArray(value);
  // A loop, because `every` skips holes.
  for (let i = 0; i < value.length; i++) if (typeof value[i] !== 'number') return false;
  return true;
}

function isTypedArray(value: unknown): value is ArrayLike<number> {
  const isView = ArrayBuffer.isView(value) && 'length' in value;
  return isView && !(value instanceof BigInt64Array) && !(value instanceof BigUint64Array);
}

/** Throws unless every element is finite; names the first one that is not. */
export function checkFinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new NeuroglowError(
        'not-finite',
        `${name}: expected finite numbers, got ${show(values[i])} at index ${i}; clean or replace that value.`,
      );
    }
  }
}

/** Largest seed: seeds are unsigned 32-bit integers. */
export const largestSeed = 0xffffffff;

/** Throws unless `seed` is an unsigned 32-bit integer. */
export function checkSeed(seed: unknown, name = 'seed'): asserts seed is number {
  checkInteger(seed, name, 0, largestSeed);
}
