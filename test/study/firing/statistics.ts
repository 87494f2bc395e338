import { createGenerator, type RandomGenerator } from '@neuroglow/engine/core';

// The run is the unit of every statistic here.

/** An estimate with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which a share of the values lies, linear between neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** A statistic of runs with its percentile bootstrap interval: runs are drawn with replacement. */
export function bootstrap<T>(
  runs: readonly T[],
  statistic: (runs: readonly T[]) => number,
  { draws = 2000, seed = 1 }: { draws?: number; seed?: number } = {},
): Interval {
  const generator = createGenerator(seed);
  const found: number[] = [];
  for (let draw = 0; draw < draws && runs.length > 0; draw++) {
    const value = statistic(runs.map(() => runs[generator.bounded(runs.length)]!));
    if (Number.isFinite(value)) found.push(value);
  }
  return { value: statistic(runs), low: quantile(found, 0.025), high: quantile(found, 0.975) };
}

/** Two-sided p that the mean of differences is 0: each run's sign is flipped at random. Never below 1/(draws + 1). */
export function signFlip(
  differences: readonly number[],
  { draws = 2000, seed = 1 }: { draws?: number; seed?: number } = {},
): number {
  const generator = createGenerator(seed);
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    let bits = 0;
    for (let i = 0; i < differences.length; i++) {
      if (i % 32 === 0) bits = generator.next();
      sum += bits & 1 ? differences[i]! : -differences[i]!;
      bits >>>= 1;
    }
    // Rounding must not tell a sum from the same sum in another order.
    if (Math.abs(sum) >= observed * (1 - 1e-12)) asFar++;
  }
  return asFar / (draws + 1);
}

/**
 * The share of samples in which an effect is found (p < 0.05 of a sign-flip test, by its normal approximation): the differences, moved to
 * a mean of `effect`, are drawn with replacement.
 */
export function power(
  differences: readonly number[],
  effect: number,
  { runs = differences.length, draws = 2000, seed = 1 }: { runs?: number; draws?: number; seed?: number } = {},
): number {
  if (differences.length < 2) return NaN;
  const generator = createGenerator(seed);
  const shift = effect - mean(differences);
  let found = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < runs; i++) {
      const value = differences[generator.bounded(differences.length)]! + shift;
      sum += value;
      squares += value * value;
    }
    if (Math.abs(sum) > 1.96 * Math.sqrt(squares)) found++;
  }
  return found / draws;
}

/** For each index, the other index whose value is nearest; the lower one on a tie. `isAllowed` can rule pairs out. */
export function nearestOther(
  values: readonly number[],
  isAllowed: (index: number, other: number) => boolean = () => true,
): number[] {
  return values.map((value, i) => {
    let nearest = -1;
    for (let j = 0; j < values.length; j++) {
      if (j === i || !isAllowed(i, j)) continue;
      if (nearest < 0 || Math.abs(values[j]! - value) < Math.abs(values[nearest]! - value)) nearest = j;
    }
    return nearest;
  });
}

/** Sorts indices into `count` groups of nearly equal size, by value: quintiles for 5. Groups of fewer than two are merged with the last. */
export function quantileGroups(values: readonly number[], count: number): number[][] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const groups: number[][] = [];
  const most = Math.max(1, Math.min(count, Math.floor(order.length / 2)));
  for (let g = 0; g < most; g++)
    groups.push(order.slice(Math.floor((g * order.length) / most), Math.floor(((g + 1) * order.length) / most)));
  return groups;
}

/**
 * Two-sided p of a pairing: `excess(i, j)` is what run i shows under the labels of j, and the sum over the given pairing is held against
 * pairings that permute labels within groups.
 */
export function permutationWithinGroups(
  excess: (run: number, label: number) => number,
  labels: readonly number[],
  groups: readonly (readonly number[])[],
  { draws = 2000, seed = 1 }: { draws?: number; seed?: number } = {},
): number {
  const generator = createGenerator(seed);
  const known = groups.map((group) => group.map((run) => group.map((other) => excess(run, labels[other]!))));
  const observed = known.reduce((sum, table) => sum + table.reduce((part, row, i) => part + row[i]!, 0), 0);
  const sums = Array.from({ length: draws }, () => {
    let sum = 0;
    for (const table of known) {
      const order = shuffled(table.length, generator);
      for (let i = 0; i < table.length; i++) sum += table[i]![order[i]!]!;
    }
    return sum;
  });
  const tolerance = 1e-9 * (1 + Math.abs(observed));
  const above = sums.filter((sum) => sum >= observed - tolerance).length;
  const below = sums.filter((sum) => sum <= observed + tolerance).length;
  return Math.min(1, (2 * (1 + Math.min(above, below))) / (draws + 1));
}

/** The numbers below `count` in random order. */
export function shuffled(count: number, generator: RandomGenerator): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = generator.bounded(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
