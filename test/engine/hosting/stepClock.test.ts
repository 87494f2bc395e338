import { expect, it } from 'vitest';
import { StepClock } from '../../../packages/engine/src/hosting/stepClock.js';

it('a clock of steps counts seconds of running, without pauses, and interpolates between marks', () => {
  const clock = new StepClock(0);
  clock.start(1000);
  clock.mark(10, 2000);
  clock.mark(30, 4000);
  clock.pause();
  clock.start(60_000);
  clock.mark(40, 61_000);
  expect([...clock.timesOf([0, 5, 10, 20, 30, 35, 40])!]).toEqual([0, 0.5, 1, 2, 3, 3.5, 4]);
});

it('a clock of steps is near the truth over a long run, in bounded memory', () => {
  const clock = new StepClock(0);
  clock.start(0);
  for (let slice = 1; slice <= 100_000; slice++) clock.mark(slice * 3, slice * 4);
  const steps = Array.from({ length: 1000 }, (_, at) => at * 300);
  const times = clock.timesOf(steps)!;
  steps.forEach((step, at) => expect(times[at]).toBeCloseTo((step / 3) * 0.004, 6));
  expect(clock.timesOf([300_000])![0]).toBeCloseTo(400, 6);
});

it('a clock of steps that has not seen the beginning has no times', () => {
  const clock = new StepClock(100);
  clock.start(0);
  clock.mark(200, 1000);
  expect(clock.timesOf([150])).toBeNull();
});
