import { NeuroglowError, type ScalarCounts, type ScalarRole } from '@neuroglow/engine';
import { ExtremesIndex, thinSeries } from '@neuroglow/engine/internal';
import type { CurveSeries } from './curves.js';

/** Plain values in place of a source: series as a frame of `scalars` holds them. */
export type CostValues = readonly PlainSeries[];
export interface PlainSeries {
  /** @default its role */
  readonly name?: string | undefined;
  /** @default 'training' */
  readonly role?: ScalarRole | undefined;
  /** Ascending. @default 1, 2, 3, … */
  readonly steps?: ArrayLike<number> | undefined;
  /** Any number of them. NaN and ±∞ are marked, and the line has a gap there. */
  readonly values: ArrayLike<number>;
  /** One per value, ascending; for an axis of epochs. */
  readonly epochs?: ArrayLike<number> | undefined;
  /** Seconds, one per value, ascending; for an axis of time. */
  readonly times?: ArrayLike<number> | undefined;
  /** If the values are extremes of stretches: the mean of each stretch. Smoothing and summary use them. */
  readonly means?: ArrayLike<number> | undefined;
  readonly counts?: ScalarCounts | undefined;
}

const example = 'pass for example [{ role: "training", values: [0.9, 0.5] }]';

/** Throws a NeuroglowError that says how to mend series that cannot be drawn. */
export function checkValues(series: CostValues): CostValues {
  const given: unknown = series;
  if (!Array.isArray(given)) {
    throw refuse(`values: expected a list of series, got ${kindOf(given)}; ${example}.`);
  }
  given.forEach(checkSeries);
  return series;
}

/** Series reduced to that many points of a range. Remembers the pyramid of each array, so that reading again, or after it has grown, is quick. */
export function reduceGiven(
  series: CostValues,
  range: readonly [from: number, to: number],
  points: number,
): readonly CurveSeries[] {
  return series.map((one) => {
    const { role = 'training', steps, values, epochs, times, means, counts } = one;
    const { kept, means: found, counts: counted } = thinSeries({ steps, values }, points, range, indexOf(values));
    const pick = (numbers: ArrayLike<number>): Float64Array => Float64Array.from(kept, (at) => numbers[at]!);
    const average = means ? pick(means) : found;
    return {
      ...{ name: one.name ?? role, role, values: pick(values), counts: counts ?? counted },
      steps: steps ? pick(steps) : Float64Array.from(kept, (at) => at + 1),
      ...(epochs && { epochs: pick(epochs) }),
      ...(times && { times: pick(times) }),
      ...(average && { means: average }),
    };
  });
}

const indices = new WeakMap<ArrayLike<number>, ExtremesIndex>();

function indexOf(values: ArrayLike<number>): ExtremesIndex {
  let index = indices.get(values);
  if (!index) {
    index = new ExtremesIndex({ lows: values, highs: values, sums: values });
    indices.set(values, index);
  }
  index.grow(values.length);
  return index;
}

/** Arrays that were found right up to a length. */
const checked = new WeakMap<object, number>();

function checkSeries(series: unknown, at: number): void {
  const values: unknown =
    typeof series === 'object' && series !== null && 'values' in series ? series.values : undefined;
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView));
  if (!isList) throw refuse(`values[${at}]: expected a series, got ${kindOf(series)}; ${example}.`);
  if (Array.isArray(values)) checkNumbers(values, at);
  const { role = 'training', steps, epochs, times, means } = series as PlainSeries;
  const length = (values as ArrayLike<number>).length;
  const named = { steps, epochs, times, means };
  for (const [name, numbers] of Object.entries(named)) {
    if (numbers === undefined) continue;
    if (numbers.length !== length) {
      throw refuse(
        `expected as many ${role} ${name} as values, got ${numbers.length} and ${length}; give each value its own.`,
      );
    }
    if (name !== 'means') checkAscent(numbers, `${role} ${name}`, name === 'steps');
  }
}

function checkNumbers(values: readonly unknown[], at: number): void {
  const wrong = values.findIndex((value, index) => index >= (checked.get(values) ?? 0) && typeof value !== 'number');
  if (wrong >= 0) {
    const found = values[wrong];
    const remedy = typeof found === 'string' ? 'convert them: values.map(Number)' : 'replace it by a number';
    throw refuse(`values[${at}].values[${wrong}]: expected a number, got ${kindOf(found)}; ${remedy}.`);
  }
  checked.set(values, values.length);
}

function checkAscent(numbers: ArrayLike<number>, name: string, each: boolean): void {
  for (let index = checked.get(numbers) ?? 0; index < numbers.length; index++) {
    const number = numbers[index] ?? NaN;
    const before = index === 0 ? -Infinity : numbers[index - 1]!;
    if (Number.isFinite(number) && (each ? number > before : number >= before)) continue;
    const remedy = each ? 'sort them, each step once' : 'sort them';
    throw refuse(`expected the ${name} to ascend, got ${number} at index ${index}; ${remedy}.`);
  }
  checked.set(numbers, numbers.length);
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object without a list of values' : String(value);
}

function refuse(message: string): NeuroglowError {
  return new NeuroglowError('invalid-input', message);
}
