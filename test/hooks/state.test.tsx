import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNetwork, useTrainingState, type Snapshot } from '@neuroglow/engine';
import { ManualSource } from './manualSource.js';

let source: ManualSource;
beforeEach(() => {
  source = new ManualSource();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counted<T>(selector: (snapshot: Snapshot) => T, isEqual?: (one: T, other: T) => boolean) {
  let renders = 0;
  const hook = renderHook(() => {
    renders++;
    return useTrainingState(selector, isEqual, source);
  });
  return { ...hook, renders: () => renders };
}

describe('useTrainingState', () => {
  it('commits at most ten times per second for values that change with every step', () => {
    const { result, renders } = counted(({ step }) => step);
    const before = renders();
    for (let step = 1; step <= 2000; step++) {
      act(() => {
        source.change({ step });
        vi.advanceTimersByTime(1);
      });
    }
    expect(renders() - before).toBeLessThanOrEqual(21);
    expect(renders() - before).toBeGreaterThanOrEqual(19);
    act(() => void vi.advanceTimersByTime(1000));
    expect(result.current).toBe(2000);
  });

  it('commits at once when the run or its status changes', () => {
    const { result } = counted(({ status }) => status);
    act(() => source.change({ status: 'running' }));
    act(() => source.change({ step: 1 }));
    act(() => source.change({ status: 'finished' }));
    expect(result.current).toBe('finished');
  });

  it('does not commit for values that were not selected', () => {
    const { renders } = counted(({ status }) => status);
    for (let step = 1; step <= 100; step++) {
      act(() => {
        source.change({ step });
        vi.advanceTimersByTime(100);
      });
    }
    expect(renders()).toBe(1);
  });

  it('keeps the selected object while it is equal', () => {
    const { result, renders } = counted(
      ({ seed, status }) => ({ seed, status }),
      (one, other) => one.seed === other.seed && one.status === other.status,
    );
    const before = result.current;
    act(() => {
      source.change({ step: 1 });
      vi.advanceTimersByTime(1000);
    });
    expect(result.current).toBe(before);
    expect(renders()).toBe(1);
    act(() => source.change({ seed: 2 }));
    expect(result.current).toEqual({ seed: 2, status: 'idle' });
  });

  it('says how to fix a missing source', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => renderHook(() => useTrainingState(({ step }) => step))).toThrow(
      /wrap the component in <NeuroglowProvider/,
    );
  });

  it('leaves no listener and no timer behind', () => {
    const { unmount } = counted(({ step }) => step);
    act(() => source.change({ step: 1 }));
    act(() => source.change({ step: 2 }));
    unmount();
    expect(source.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('useNetwork', () => {
  it('follows the network when it is replaced', () => {
    const { result } = renderHook(() => useNetwork(source));
    act(() => source.grow([2, 9, 1]));
    expect(result.current!.layers[1]!.neurons).toBe(9);
  });
});
