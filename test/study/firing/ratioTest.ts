import { createGenerator, type Drop, type RandomGenerator } from '@neuroglow/engine/core';
import { between } from './colour.js';
import {
  bootstrap,
  mean,
  nearestOther,
  permutationWithinGroups,
  power,
  quantileGroups,
  shuffled,
  signFlip,
  type Interval,
} from './statistics.js';
import type { Cumulative } from './summary.js';

/** What the primary test knows of a run. */
export interface Timed {
  /** Steps of events, ascending. */
  readonly events: ArrayLike<number>;
  readonly movement: Cumulative;
  /** Movement of the neuron–probe pairs that switch at all. Default: of all. */
  readonly switcherMovement?: Cumulative;
  /** The drops that do not begin at the start. */
  readonly drops: readonly Pick<Drop, 'from' | 'to'>[];
  readonly lastStep: number;
}

/** What share of a run's events, movement and steps lies in some intervals. */
interface Shares {
  readonly count: number;
  readonly events: number;
  readonly movement: number;
  readonly steps: number;
}

export interface RatioResult {
  /** Runs in the test; runs without drops, and runs with drops in which no neuron switched. */
  readonly runs: number;
  readonly withoutDrops: number;
  readonly withoutEvents: number;
  readonly events: number;
  /** Mean shares in the run's own drops. */
  readonly eventShare: Interval;
  readonly movementShare: Interval;
  readonly stepShare: Interval;
  /** Events observed ÷ expected from movement, in the run's own drops and in those of the run with the nearest onset. */
  readonly ratio: Interval;
  readonly neighbourRatio: Interval;
  /** The same two, expected from the movement of those neuron–probe pairs that switch at all. */
  readonly switcherRatio: Interval;
  readonly switcherNeighbourRatio: Interval;
  /** Share of the own drops that the neighbour's cover: where it is large, the test has little contrast. */
  readonly overlap: number;
  /** Mean of (event share − movement share) in own drops, less the same in the neighbour's: what the tests below test. */
  readonly excess: Interval;
  readonly p: number;
  /** Permutation of the sets of drops within quintiles of their onset. */
  readonly permutationP: number;
  /**
   * Power, p < 0.05: to find a planted effect (a tenth of the events outside drops moved into the run's own drops), of both tests; and to find
   * an excess of the size seen.
   */
  readonly powerTenth: number;
  readonly permutationPowerTenth: number;
  readonly powerSeen: number;
}

export function sharesIn(run: Timed, drops: Timed['drops']): Shares {
  const count = run.events.length;
  const total = run.movement.sums.at(-1)!;
  let inside = 0;
  let moved = 0;
  let steps = 0;
  for (const { from, to } of drops) {
    for (let i = 0; i < count; i++) if (run.events[i]! > from && run.events[i]! <= to) inside++;
    moved += between(run.movement, from, to);
    steps += Math.max(0, Math.min(to, run.lastStep) - Math.min(from, run.lastStep));
  }
  return {
    count,
    events: count === 0 ? 0 : inside / count,
    movement: total === 0 ? 0 : moved / total,
    steps: steps / run.lastStep,
  };
}

const excessOf = ({ events, movement }: Shares): number => events - movement;

/** Observed ÷ expected over several runs: Σ events in drops ÷ Σ events · share of movement in drops. */
function pooled(shares: readonly Shares[]): number {
  let observed = 0;
  let expected = 0;
  for (const { count, events, movement } of shares) {
    observed += count * events;
    expected += count * movement;
  }
  return observed / expected;
}

export interface RatioOptions {
  /** Simulations for the power; with none it is NaN. Default none. */
  readonly trials?: number;
  /** Draws of bootstraps, sign flips and permutations. Default 2,000. */
  readonly draws?: number;
}

/** The primary test on all runs of a case. */
export function ratioTest(all: readonly Timed[], { trials = 0, draws = 2000 }: RatioOptions = {}): RatioResult {
  const withDrops = all.filter(({ drops }) => drops.length > 0);
  const runs = withDrops.filter(({ events }) => events.length > 0);
  const onsets = runs.map(onsetOf);
  const nearest = nearestOther(onsets);
  const own = runs.map((run) => sharesIn(run, run.drops));
  const pairs = runs.map((run, i) => ({
    own: own[i]!,
    other: runs.length < 2 ? own[i]! : sharesIn(run, runs[nearest[i]!]!.drops),
  }));
  const differences = pairs.map((pair) => excessOf(pair.own) - excessOf(pair.other));
  const over = (statistic: (shares: readonly Shares[]) => number): Interval => bootstrap(own, statistic, { draws });
  const average = (of: (shares: Shares) => number) => (shares: readonly Shares[]) =>
    shares.reduce((sum, one) => sum + of(one), 0) / shares.length;
  const movedBy = ({ switcherMovement, ...run }: Timed): Timed => ({
    ...run,
    movement: switcherMovement ?? run.movement,
  });
  const switchers = runs.map((run, i) => ({
    own: sharesIn(movedBy(run), run.drops),
    other: sharesIn(movedBy(run), runs[nearest[i] ?? i]?.drops ?? run.drops),
  }));
  const excess = bootstrap(differences, mean, { draws });
  return {
    runs: runs.length,
    withoutDrops: all.length - withDrops.length,
    withoutEvents: withDrops.length - runs.length,
    events: own.reduce((sum, { count }) => sum + count, 0),
    eventShare: over(average(({ events }) => events)),
    movementShare: over(average(({ movement }) => movement)),
    stepShare: over(average(({ steps }) => steps)),
    ratio: over(pooled),
    neighbourRatio: bootstrap(pairs, (some) => pooled(some.map(({ other }) => other)), { draws }),
    switcherRatio: bootstrap(switchers, (some) => pooled(some.map((pair) => pair.own)), { draws }),
    switcherNeighbourRatio: bootstrap(switchers, (some) => pooled(some.map(({ other }) => other)), { draws }),
    overlap: mean(runs.map((run, i) => overlapOf(run.drops, runs[nearest[i] ?? i]?.drops ?? []))),
    excess,
    p: signFlip(differences, { draws }),
    permutationP: permutationOf(
      runs,
      runs.map((_, i) => i),
      draws,
    ),
    ...plantedPower(runs, nearest, 0.1, trials),
    powerSeen: power(differences, excess.value, { draws }),
  };
}

/** Share of the steps of some drops that others cover. */
function overlapOf(drops: Timed['drops'], others: Timed['drops']): number {
  let covered = 0;
  let steps = 0;
  for (const { from, to } of drops) {
    steps += to - from;
    for (const other of others) covered += Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
  }
  return covered / steps;
}

/** How often both tests find an effect that is planted: so many of the events outside drops are moved into the run's own. */
function plantedPower(
  runs: readonly Timed[],
  nearest: readonly number[],
  planted: number,
  trials: number,
): Pick<RatioResult, 'powerTenth' | 'permutationPowerTenth'> {
  if (runs.length < 4 || trials === 0) return { powerTenth: NaN, permutationPowerTenth: NaN };
  const generator = createGenerator(7);
  const labels = runs.map((_, i) => i);
  let byNeighbour = 0;
  let byPermutation = 0;
  for (let trial = 0; trial < trials; trial++) {
    // Under the null, a run's events do not know its drops: it gets those of its neighbour, which happen at about the same time.
    const blind = runs.map((run, i) => ({ ...run, drops: runs[nearest[i]!]!.drops }));
    const changed = blind.map((run) => plant(run, planted, generator));
    const other = nearestOther(changed.map(onsetOf), (i, j) => j !== nearest[i]);
    const differences = changed.map(
      (run, i) => excessOf(sharesIn(run, run.drops)) - excessOf(sharesIn(run, changed[other[i]!]!.drops)),
    );
    if (signFlip(differences, { draws: 500, seed: trial }) < 0.05) byNeighbour++;
    if (permutationOf(changed, labels, 300) < 0.05) byPermutation++;
  }
  return { powerTenth: byNeighbour / trials, permutationPowerTenth: byPermutation / trials };
}

function plant(run: Timed, share: number, generator: RandomGenerator): Timed {
  const { drops } = run;
  const length = drops.reduce((sum, { from, to }) => sum + to - from, 0);
  const events = Array.from(run.events, (step) => {
    if (drops.some(({ from, to }) => step > from && step <= to) || generator.uniform() >= share) return step;
    let at = generator.uniform() * length;
    for (const { from, to } of drops) {
      if (at < to - from) return from + at + 1e-6;
      at -= to - from;
    }
    return step;
  });
  return { ...run, events };
}

const onsetOf = ({ drops }: Timed): number => drops[0]!.from;

function permutationOf(runs: readonly Timed[], labels: readonly number[], draws = 2000): number {
  if (runs.length < 4) return NaN;
  const groups = quantileGroups(
    labels.map((label) => onsetOf(runs[label]!)),
    5,
  );
  return permutationWithinGroups((run, label) => excessOf(sharesIn(runs[run]!, runs[label]!.drops)), labels, groups, {
    draws,
  });
}

export interface FalsePositives {
  readonly trials: number;
  /** Share of trials with p < 0.05, each trial pairing every run's events with the drops of an unrelated run. */
  readonly nearest: number;
  readonly permutation: number;
  /** The same of two tests that the study does not use: events against steps, and circular shifts of the drops. */
  readonly againstSteps: number;
  readonly circularShift: number;
}

/** How often the tests find something where there is nothing: events of one run, drops of another. */
export function falsePositives(all: readonly Timed[], trials = 200, seed = 1): FalsePositives {
  const runs = all.filter(({ drops, events }) => drops.length > 0 && events.length > 0);
  if (runs.length < 8) return { trials: 0, nearest: NaN, permutation: NaN, againstSteps: NaN, circularShift: NaN };
  const generator = createGenerator(seed);
  const onsets = runs.map(onsetOf);
  const table = runs.map((run) => runs.map((other) => sharesIn(run, other.drops)));
  const found = { nearest: 0, permutation: 0, againstSteps: 0, circularShift: 0 };
  for (let trial = 0; trial < trials; trial++) {
    const labels = derangement(runs.length, generator);
    const nearest = labels.map((label, run) => {
      const [other] = nearestOther([onsets[label]!, ...onsets], (i, j) => i === 0 && j - 1 !== run && j - 1 !== label);
      return other! - 1;
    });
    const differences = labels.map(
      (label, run) => excessOf(table[run]![label]!) - excessOf(table[run]![nearest[run]!]!),
    );
    if (signFlip(differences, { draws: 1000, seed: trial }) < 0.05) found.nearest++;
    if (permutationOf(runs, labels, 500) < 0.05) found.permutation++;
    const naive = labels.map((label, run) => table[run]![label]!.events - table[run]![label]!.steps);
    if (signFlip(naive, { draws: 1000, seed: trial }) < 0.05) found.againstSteps++;
    const shifted = labels.map((label, run) => {
      const { drops } = runs[label]!;
      const { lastStep } = runs[run]!;
      const moved = shift(drops, lastStep, generator.uniform() * lastStep);
      return table[run]![label]!.events - sharesIn(runs[run]!, moved).events;
    });
    if (signFlip(shifted, { draws: 1000, seed: trial }) < 0.05) found.circularShift++;
  }
  return {
    trials,
    nearest: found.nearest / trials,
    permutation: found.permutation / trials,
    againstSteps: found.againstSteps / trials,
    circularShift: found.circularShift / trials,
  };
}

/** A random pairing in which nobody keeps its own: neighbours on a random circle. */
function derangement(count: number, generator: RandomGenerator): number[] {
  const circle = shuffled(count, generator);
  const labels = new Array<number>(count);
  circle.forEach((run, i) => (labels[run] = circle[(i + 1) % count]!));
  return labels;
}

function shift(drops: Timed['drops'], lastStep: number, by: number): Timed['drops'] {
  return drops.flatMap(({ from, to }) => {
    const first = (from + by) % lastStep;
    const last = first + (to - from);
    if (last <= lastStep) return [{ from: first, to: last }];
    return [
      { from: first, to: lastStep },
      { from: 0, to: last - lastStep },
    ];
  });
}
