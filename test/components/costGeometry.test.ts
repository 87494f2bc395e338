import { describe, expect, it } from 'vitest';
import {
  alignCurves,
  countHidden,
  lastStep,
  pointByKey,
  valueAt,
} from '../../packages/components/src/CostPlot/geometry.js';

const curves = {
  training: { steps: [1, 2, 3, 4], costs: [2, 1.5, 0, Number.NaN] },
  validation: { steps: [2, 5], costs: [1.6, 1.1] },
};

describe('cost curves', () => {
  it('are merged over one axis of steps', () => {
    const { steps, training, validation } = alignCurves(curves, 'linear', 0);
    expect(steps).toEqual([1, 2, 3, 4, 5]);
    expect(training).toEqual([2, 1.5, 0, null, null]);
    expect(validation).toEqual([null, 1.6, null, null, 1.1]);
  });

  it('count what an axis cannot show', () => {
    expect(countHidden(curves, 'linear')).toBe(1);
    expect(countHidden(curves, 'log')).toBe(2);
    expect(alignCurves(curves, 'log', 0).training).toEqual([2, 1.5, null, null, null]);
  });

  it('are smoothed by steps: a constant stays, and a jump is half made after one half-life', () => {
    const steps = Array.from({ length: 401 }, (_, step) => step);
    const constant = { steps, costs: steps.map(() => 3) };
    const none = { steps: [], costs: [] };
    const { smooth } = alignCurves({ training: constant, validation: none }, 'linear', 20);
    for (const value of smooth!) expect(value).toBeCloseTo(3, 10);

    const jump = { steps, costs: steps.map((step) => (step <= 200 ? 1 : 0)) };
    const after = alignCurves({ training: jump, validation: none }, 'linear', 20).smooth!;
    expect(after[0]).toBe(1);
    expect(after[220]).toBeCloseTo(0.5, 2);
  });

  it('are smoothed alike whether thinned or not', () => {
    const sparse = { steps: [0, 100, 120], costs: [1, 1, 0] };
    const { smooth } = alignCurves({ training: sparse, validation: { steps: [], costs: [] } }, 'linear', 20);
    expect(smooth![2]).toBeCloseTo(0.5, 1);
  });

  it('tell their value at any step, and their last step', () => {
    expect(valueAt(curves.training, 0)).toBeNull();
    expect(valueAt(curves.training, 2)).toBe(1.5);
    expect(valueAt(curves.validation, 4)).toBe(1.6);
    expect(lastStep(curves)).toBe(5);
  });

  it('are walked by keys', () => {
    expect(pointByKey(5, 100, 'ArrowLeft')).toBe(4);
    expect(pointByKey(5, 100, 'PageUp')).toBe(15);
    expect(pointByKey(99, 100, 'ArrowRight')).toBe(99);
    expect(pointByKey(5, 100, 'Home')).toBe(0);
    expect(pointByKey(0, 0, 'End')).toBeNull();
  });
});
