import { createGenerator, type RandomGenerator } from '@neuroglow/engine/core';
import { describe, expect, it } from 'vitest';
import { between, cumulativeMovement } from './firing/colour.js';
import { falsePositives, ratioTest, sharesIn, type Timed } from './firing/ratioTest.js';
import {
  bootstrap,
  mean,
  nearestOther,
  permutationWithinGroups,
  power,
  quantile,
  quantileGroups,
  signFlip,
} from './firing/statistics.js';

const lastStep = 1000;

/**
 * A made-up run: one drop early on, five times as much movement in it as elsewhere, and events that follow the movement, apart from a share
 * `planted` of them that are put into the drop.
 */
function makeRun(generator: RandomGenerator, planted: number, events = 40): Timed {
  const from = 60 + Math.floor(generator.uniform() * 300);
  const to = from + 30 + Math.floor(generator.uniform() * 60);
  const steps = Float64Array.from({ length: lastStep + 1 }, (_, step) => step);
  const sums = new Float64Array(lastStep + 1);
  // More at first than later: whatever has two peaks early looks related.
  const density = (step: number): number => (1 + 6 * Math.exp(-step / 150)) * (step > from && step <= to ? 5 : 1);
  for (let step = 1; step <= lastStep; step++) sums[step] = sums[step - 1]! + density(step);
  const draw = (): number => {
    if (generator.uniform() < planted) return from + 1 + Math.floor(generator.uniform() * (to - from));
    const at = generator.uniform() * sums[lastStep]!;
    return sums.findIndex((sum) => sum >= at);
  };
  const movement = { steps, sums };
  return {
    events: Array.from({ length: events }, draw).sort((a, b) => a - b),
    movement,
    drops: [{ from, to }],
    lastStep,
  };
}

function makeRuns(count: number, planted: number, seed: number, events?: number): Timed[] {
  const generator = createGenerator(seed);
  return Array.from({ length: count }, () => makeRun(generator, planted, events));
}

describe('the primary test', () => {
  it('finds a planted effect', () => {
    const result = ratioTest(makeRuns(40, 0.25, 1));
    expect(result.p).toBeLessThan(0.01);
    expect(result.permutationP).toBeLessThan(0.01);
    expect(result.ratio.low).toBeGreaterThan(1.2);
    expect(result.excess.low).toBeGreaterThan(0);
  });

  it('says its power: more runs find a planted tenth more often', () => {
    const few = ratioTest(makeRuns(12, 0, 8, 15), { trials: 20, draws: 300 });
    const many = ratioTest(makeRuns(80, 0, 8, 40), { trials: 20, draws: 300 });
    expect(many.powerTenth).toBeGreaterThan(0.6);
    expect(few.powerTenth).toBeLessThan(many.powerTenth);
    expect(many.permutationPowerTenth).toBeGreaterThan(0.6);
    expect(ratioTest(makeRuns(12, 0, 8)).powerTenth).toBeNaN();
  });

  it('finds that neurons avoid drops, if they do', () => {
    const runs = makeRuns(40, 0, 2).map((run) => {
      const [{ from, to }] = run.drops as [{ from: number; to: number }];
      const outside = Array.from(run.events).filter((step, i) => i % 2 === 0 || step <= from || step > to);
      return { ...run, events: outside };
    });
    const result = ratioTest(runs);
    expect(result.excess.high).toBeLessThan(0);
    expect(result.p).toBeLessThan(0.05);
  });

  it('finds nothing where events follow the movement: about one time in twenty', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => ratioTest(makeRuns(20, 0, 100 + seed, 15), { draws: 300 }));
    const share = (of: 'p' | 'permutationP'): number => seeds.filter((result) => result[of] < 0.05).length / 100;
    // 100 trials of 5 %: more than 13 of them happen in one of a thousand cases.
    expect(share('p')).toBeLessThanOrEqual(0.13);
    expect(share('permutationP')).toBeLessThanOrEqual(0.13);
    const covers = seeds.filter(({ ratio }) => ratio.low <= 1 && ratio.high >= 1).length;
    expect(covers).toBeGreaterThan(80);
  });

  it('keeps its false positives on unrelated pairs, where tests against steps and circular shifts do not', () => {
    const found = falsePositives(makeRuns(40, 0.25, 3), 100);
    expect(found.nearest).toBeLessThanOrEqual(0.13);
    expect(found.permutation).toBeLessThanOrEqual(0.13);
    expect(found.againstSteps).toBeGreaterThan(0.2);
  });

  it('counts the runs that leave it', () => {
    const runs = makeRuns(10, 0, 4);
    const result = ratioTest([{ ...runs[0]!, drops: [] }, { ...runs[1]!, events: [] }, ...runs.slice(2)]);
    expect([result.runs, result.withoutDrops, result.withoutEvents]).toEqual([8, 1, 1]);
  });

  it('measures shares by hand-made numbers', () => {
    const movement = { steps: Float64Array.of(0, 10, 20), sums: Float64Array.of(0, 30, 40) };
    const run = { events: [2, 10, 11, 15], movement, drops: [{ from: 5, to: 10 }], lastStep: 20 };
    // One of four events, 15 of 40 of the movement, 5 of 20 steps.
    expect(sharesIn(run, run.drops)).toEqual({ count: 4, events: 0.25, movement: 0.375, steps: 0.25 });
    const result = ratioTest([run, run, run, run]);
    expect(result.ratio.value).toBeCloseTo(0.25 / 0.375, 12);
  });
});

describe('statistics', () => {
  it('reads quantiles', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });

  it('covers a known mean with its bootstrap interval about 19 times in 20', () => {
    const generator = createGenerator(5);
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const { low, high } = bootstrap(
        Array.from({ length: 40 }, () => generator.normal()),
        mean,
        { draws: 300, seed: trial },
      );
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered).toBeGreaterThan(175);
  });

  it('flips signs: three equal differences reach p = 1/4, many reach the least', () => {
    expect(signFlip([1, 1, 1], { draws: 20_000 })).toBeCloseTo(0.25, 1);
    expect(signFlip(new Array<number>(30).fill(1), { draws: 500 })).toBe(1 / 501);
    expect(signFlip([0, 0, 0])).toBe(1);
    expect(signFlip([1, -1, 2, -2])).toBe(1);
  });

  it('has the power that a textbook gives', () => {
    const generator = createGenerator(6);
    const values = Array.from({ length: 4000 }, () => generator.normal());
    // A mean of 0.5 deviations in 32 runs: 0.8 by the normal approximation.
    expect(power(values, 0.5, { runs: 32 })).toBeCloseTo(0.8, 1);
    expect(power(values, 0, { runs: 32 })).toBeLessThan(0.08);
  });

  it('finds the nearest other', () => {
    expect(nearestOther([1, 5, 6, 20])).toEqual([1, 2, 1, 2]);
    expect(nearestOther([1, 5, 6, 20], (i, j) => !(i === 1 && j === 2))[1]).toBe(0);
  });

  it('makes quintiles', () => {
    const values = [9, 1, 8, 2, 7, 3, 6, 4, 5, 0];
    expect(quantileGroups(values, 5).map((group) => group.map((i) => values[i]!))).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
      [8, 9],
    ]);
    expect(quantileGroups([1, 2, 3], 5)).toHaveLength(1);
  });

  it('tells a pairing that matters from one that does not', () => {
    const labels = Array.from({ length: 20 }, (_, i) => i);
    const groups = quantileGroups(labels, 5);
    expect(permutationWithinGroups((run, label) => Number(run === label), labels, groups)).toBeLessThan(0.01);
    expect(permutationWithinGroups((run) => run, labels, groups)).toBe(1);
  });
});

describe('cumulative movement', () => {
  it('adds up net change, and none of what comes back within the window', () => {
    const steps = Float64Array.from({ length: 201 }, (_, step) => step);
    const ramp = Float32Array.from(steps, (step) => Math.min(1, Math.max(0, (step - 100) / 20)));
    const jitter = Float32Array.from(steps, (step) => step % 2);
    const moved = cumulativeMovement(steps, [{ values: ramp, width: 1 }], 5);
    expect(moved.sums.at(-1)).toBeCloseTo(1, 5);
    expect(between(moved, 100, 120)).toBeGreaterThan(0.85);
    expect(between(moved, 0, 90)).toBe(0);
    const still = cumulativeMovement(steps, [{ values: jitter, width: 1 }], 10);
    expect(between(still, 10, 190)).toBe(0);
  });
});
