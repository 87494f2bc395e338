import { describe, expect, it } from 'vitest';
import { caseOf, firingStudy } from '../../stories/data/firingStudy.js';

// The words of the page “Do neurons fire in the large steps?” are written by hand, its numbers are not: another study must not contradict them.
describe('the study of firing in drops', () => {
  it('says how it was made', () => {
    expect(firingStudy.made.command).toBe('npm run study -- firing');
  });

  it('has sudden steps in the smallest networks, and none in adders and the tanh spiral', () => {
    for (const name of ['xor 2-2-1', 'xor 2-4-1']) expect(caseOf(name).runsWithoutDrops).toBeLessThan(60);
    for (const name of ['adder 3 bits', 'adder 5 bits', 'spiral tanh']) {
      const { runs, runsWithoutDrops } = caseOf(name);
      expect([name, runsWithoutDrops]).toEqual([name, runs]);
    }
  });

  it('finds an excess of firing with two hidden neurons, and none elsewhere among the main networks', () => {
    const { excess, p, permutationP } = caseOf('xor 2-2-1').hidden;
    expect(excess.low).toBeGreaterThan(0);
    expect(p).toBeLessThan(0.05);
    expect(permutationP).toBeLessThan(0.05);
    for (const name of ['xor 2-4-1', 'shapes', 'digits']) {
      const { hidden } = caseOf(name);
      expect([name, hidden.excess.low! < 0 && hidden.excess.high! > 0]).toEqual([name, true]);
      expect(hidden.p).toBeGreaterThan(0.05);
      expect(hidden.permutationP).toBeGreaterThan(0.05);
    }
  });

  it('changes biases at least as much as activations on xor, and much less on pictures', () => {
    const { inside } = caseOf('xor 2-2-1');
    expect(inside.bias.low).toBeGreaterThan(inside.activation.high!);
    for (const name of ['shapes', 'digits']) {
      const pictures = caseOf(name).inside;
      expect(pictures.activation.low).toBeGreaterThan(3 * pictures.bias.high!);
    }
  });

  it('keeps its false positives near 5 %, where the tests it does not use do not', () => {
    for (const { name, falsePositives, hidden } of firingStudy.cases) {
      if (hidden.runs < 8) continue;
      const { nearest, permutation, againstSteps, circularShift } = falsePositives;
      expect([name, nearest! <= 0.1, permutation! <= 0.1]).toEqual([name, true, true]);
      expect([name, againstSteps! > 0.5, circularShift! > 0.5]).toEqual([name, true, true]);
    }
  });

  it('has runs to look at, with a drop each', () => {
    expect(firingStudy.examples.map(({ name }) => name)).toEqual(['xor 2-2-1', 'xor 2-4-1']);
    for (const { drops, steps, costs, rows } of firingStudy.examples) {
      expect(drops.some(({ fromStart }) => !fromStart)).toBe(true);
      expect(costs).toHaveLength(steps.length);
      for (const { activations, biases } of rows) {
        expect(activations).toHaveLength(steps.length);
        expect(biases).toHaveLength(steps.length);
      }
    }
  });
});
