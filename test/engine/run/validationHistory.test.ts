import { expect, it } from 'vitest';
import { addValidation, type ValidationPoint } from '../../../packages/engine/src/run/validationHistory.js';

it('a long validation history is thinned and keeps its extremes and its latest point', () => {
  let history: readonly ValidationPoint[] = [];
  const costAt = (step: number): number =>
    step === 777 ? -1 : step === 1234 ? 99 : Math.abs((step * 7919) % 1000) / 1000;
  for (let step = 0; step < 20_000; step++) {
    history = addValidation(history, { step, cost: costAt(step), accuracy: null });
    expect(history.length).toBeLessThanOrEqual(4096);
  }
  const steps = history.map((point) => point.step);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps).toEqual(expect.arrayContaining([777, 1234, 19_999]));
  for (const { step, cost } of history) expect(cost).toBe(costAt(step));
});
