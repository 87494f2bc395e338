import { createViewer, NeuroglowProvider } from '@neuroglow/engine';
import { act, renderHook } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { numberFormat } from '../../packages/components/src/shared/number.js';
import {
  formatStep,
  positionOfStep,
  stepAtPosition,
  stepDomain,
  stepTicks,
} from '../../packages/components/src/shared/stepAxis/stepAxis.js';
import { useHoveredStep } from '../../packages/components/src/shared/stepAxis/useHoveredStep.js';
import { useStepRange } from '../../packages/components/src/shared/stepAxis/useStepRange.js';

describe('the axis of steps', () => {
  it('reaches from 0 to the last step, and over at least 10 steps', () => {
    expect(stepDomain('all', 3)).toEqual([0, 10]);
    expect(stepDomain('all', 1234)).toEqual([0, 1234]);
  });

  it('shows the range of the viewer, which is never empty', () => {
    expect(stepDomain([200, 300], 5000)).toEqual([200, 300]);
    expect(stepDomain([200, 200], 5000)).toEqual([200, 201]);
  });

  it('places steps, and finds the step at a place', () => {
    expect(positionOfStep([100, 300], 400, 150)).toBe(100);
    expect(positionOfStep([100, 300], 400, 50)).toBe(-100);
    for (const step of [100, 137, 300]) {
      expect(stepAtPosition([100, 300], 400, positionOfStep([100, 300], 400, step))).toBe(step);
    }
    expect(stepAtPosition([100, 300], 400, -50)).toBe(100);
    expect(stepAtPosition([100, 300], 400, 9000)).toBe(300);
    expect(stepAtPosition([100, 300], 0, 5)).toBe(100);
  });

  it.each([
    [[0, 10], 200, [0, 5, 10]],
    [[0, 1234], 400, [0, 500, 1000]],
    [[198, 202], 400, [198, 199, 200, 201, 202]],
    [[0, 2_500_000], 320, [0, 1_000_000, 2_000_000]],
  ] as const)('has ticks at whole round steps: %j over %d pixels', (domain, length, ticks) => {
    expect(stepTicks(domain, length)).toEqual(ticks);
  });

  it('never has ticks closer than the room that their numbers need', () => {
    for (let last = 10; last < 5e7; last = Math.ceil(last * 1.37)) {
      const ticks = stepTicks([0, last], 330);
      const gap = positionOfStep([0, last], 330, ticks[1] ?? last);
      expect(gap).toBeGreaterThanOrEqual(80);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });

  it('writes steps with grouping', () => {
    expect(formatStep(1_234_567, numberFormat())).toBe('1,234,567');
  });
});

describe('pictures over time', () => {
  const viewer = createViewer();
  const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
    <NeuroglowProvider viewer={viewer}>{children}</NeuroglowProvider>
  );

  it('tell each other the step under the pointer', () => {
    const [here, there] = [vi.fn(), vi.fn()];
    const one = renderHook(() => useHoveredStep(here), { wrapper });
    const other = renderHook(() => useHoveredStep(there), { wrapper });
    act(() => one.result.current(120));
    expect(viewer.getSnapshot().hoveredStep).toBe(120);
    expect(there).toHaveBeenLastCalledWith(120);
    expect(here).not.toHaveBeenCalled();
    act(() => other.result.current(null));
    expect(viewer.getSnapshot().hoveredStep).toBe(120);
    one.unmount();
    expect(viewer.getSnapshot().hoveredStep).toBeNull();
    expect(there).toHaveBeenLastCalledWith(null);
  });

  it('share one range of steps', () => {
    const { result } = renderHook(() => useStepRange(), { wrapper });
    expect(result.current).toBe('all');
    act(() => viewer.setRange([10, 50]));
    expect(result.current).toEqual([10, 50]);
  });
});
