import { describe, expect, it } from 'vitest';
import { nearestStep, stepAway, stepReached } from '../../../packages/engine/src/viewer/keptSteps.js';

const every = { first: 0, last: 1000, kept: 'every' } as const;
const some = { first: 0, last: 900, kept: [0, 100, 400, 900] } as const;
const none = { first: 0, last: 0, kept: [] } as const;

describe('the nearest step that can be shown', () => {
  it.each([
    [every, 12.4, 12],
    [every, -3, 0],
    [every, 5000, 1000],
    [some, 49, 0],
    [some, 50, 0],
    [some, 51, 100],
    [some, 400, 400],
    [some, 5000, 900],
  ])('of %j near %f is %i', (steps, wanted, expected) => {
    expect(nearestStep(steps, wanted)).toBe(expected);
  });

  it('is none where none is kept', () => {
    expect(nearestStep(none, 3)).toBeNull();
  });
});

describe('stepping', () => {
  it.each([
    [every, 10, 1, 11],
    [every, 0, -1, 0],
    [every, 995, 100, 1000],
    [some, 100, 1, 400],
    [some, 100, -1, 0],
    [some, 900, 1, 900],
    // Between two kept steps.
    [some, 250, 1, 400],
    [some, 250, -1, 100],
    [some, 250, 2, 900],
  ])('in %j from %i by %i leads to %i', (steps, from, count, expected) => {
    expect(stepAway(steps, from, count)).toBe(expected);
  });

  it('leads nowhere where no step is kept', () => {
    expect(stepAway(none, 0, 1)).toBeNull();
  });
});

describe('the step reached at a position', () => {
  it.each([
    [every, 12.9, true, 12],
    [every, 12.1, false, 13],
    [some, 399.9, true, 100],
    [some, 400, true, 400],
    [some, 100.1, false, 400],
    [some, 100, false, 100],
    [some, -5, true, 0],
    [some, 2000, false, 900],
  ])('in %j at %f (forwards: %s) is %i', (steps, position, forward, expected) => {
    expect(stepReached(steps, position, forward)).toBe(expected);
  });
});
