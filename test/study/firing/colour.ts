import type { Cumulative } from './summary.js';

/** σ(b): the colour of a bias, as nn.h's gym has it. */
export const sigmoidOf = (b: number): number => 1 / (1 + Math.exp(-b));

/** Numbers recorded at each sample: [samples × width]. */
export interface Table {
  readonly values: Float32Array;
  readonly width: number;
  /** Only these columns. Default: all. */
  readonly columns?: readonly number[];
}

/** Most points of a cumulative curve. */
const mostPoints = 2000;

/**
 * Movement so far, summed over all columns: of each sample the net change over ± `window` steps, per step, times the steps it stands for.
 * Samples are evenly spaced.
 */
export function cumulativeMovement(steps: Float64Array, tables: readonly Table[], window: number): Cumulative {
  const samples = steps.length;
  const every = samples > 1 ? steps[1]! - steps[0]! : 1;
  const half = Math.max(1, Math.round(window / every));
  const sums = new Float64Array(samples);
  let sum = 0;
  for (let i = 1; i < samples; i++) {
    // The stretch from sample i − 1 to i moves as the mean of its ends does.
    sum += ((densityAt(i - 1) + densityAt(i)) / 2) * every;
    sums[i] = sum;
  }
  return thin(steps, sums);

  function densityAt(i: number): number {
    const from = Math.max(0, i - half);
    const to = Math.min(samples - 1, i + half);
    let total = 0;
    for (const { values, width, columns } of tables) {
      const count = columns?.length ?? width;
      for (let c = 0; c < count; c++) {
        const k = columns?.[c] ?? c;
        total += Math.abs(values[to * width + k]! - values[from * width + k]!);
      }
    }
    return total / (steps[to]! - steps[from]!);
  }
}

function thin(steps: Float64Array, sums: Float64Array): Cumulative {
  const stride = Math.ceil(steps.length / mostPoints);
  const kept: number[] = [];
  for (let i = 0; i < steps.length; i += stride) kept.push(i);
  if (kept.at(-1) !== steps.length - 1) kept.push(steps.length - 1);
  return { steps: Float64Array.from(kept, (i) => steps[i]!), sums: Float64Array.from(kept, (i) => sums[i]!) };
}

/** How much of a cumulative curve lies between two steps. */
export function between({ steps, sums }: Cumulative, from: number, to: number): number {
  return valueAt(steps, sums, to) - valueAt(steps, sums, from);
}

function valueAt(steps: Float64Array, sums: Float64Array, step: number): number {
  const last = steps.length - 1;
  if (step <= steps[0]!) return sums[0]!;
  if (step >= steps[last]!) return sums[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (steps[middle]! <= step) low = middle;
    else high = middle;
  }
  const share = (step - steps[low]!) / (steps[high]! - steps[low]!);
  return sums[low]! + share * (sums[high]! - sums[low]!);
}
