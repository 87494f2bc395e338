import { act, render, renderHook } from '@testing-library/react';
import { StrictMode, useRef, type ReactElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  NeuroglowError,
  NeuroglowProvider,
  useFrame,
  useMetrics,
  useParameters,
  useView,
  useViews,
} from '@neuroglow/engine';
import { ManualSource } from './manualSource.js';

let source: ManualSource;
beforeEach(() => {
  source = new ManualSource();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function provided(strict = false): (props: { children: ReactNode }) => ReactElement {
  return function Provided({ children }) {
    const inside = <NeuroglowProvider source={source}>{children}</NeuroglowProvider>;
    return strict ? <StrictMode>{inside}</StrictMode> : inside;
  };
}

describe('useViews', () => {
  it('passes on frames of one step together, never commits, and leaves nothing behind', () => {
    const onFrames = vi.fn<(frames: readonly { step: number }[]) => void>();
    let renders = 0;
    const { rerender, unmount } = renderHook(
      () => {
        renders++;
        useViews([{ kind: 'parameters' }, { kind: 'inputWeights' }], onFrames);
      },
      { wrapper: provided() },
    );
    rerender();
    for (let step = 1; step <= 100; step++) source.emit(step);
    expect(source.watchCount).toBe(2);
    expect(onFrames).toHaveBeenCalledTimes(100);
    expect(onFrames.mock.lastCall![0].map(({ step }) => step)).toEqual([100, 100]);
    expect(renders).toBe(2);
    unmount();
    expect(source.watches.size).toBe(0);
  });
});

describe('useView', () => {
  it('passes on every frame and never commits', () => {
    const onFrame = vi.fn();
    let renders = 0;
    renderHook(
      () => {
        renders++;
        useView({ kind: 'parameters' }, onFrame);
      },
      { wrapper: provided() },
    );
    for (let step = 1; step <= 5000; step++) source.emit(step);
    expect(onFrame).toHaveBeenCalledTimes(5000);
    expect(renders).toBe(1);
  });

  it('does not resubscribe for an equal view, and calls the latest function', () => {
    const calls: string[] = [];
    const { rerender } = renderHook(
      ({ name }) => useView({ kind: 'activations', input: { values: [0, 1] } }, () => calls.push(name)),
      { wrapper: provided(), initialProps: { name: 'first' } },
    );
    rerender({ name: 'second' });
    rerender({ name: 'third' });
    source.emit(1);
    expect(source.watchCount).toBe(1);
    expect(calls).toEqual(['third']);
  });

  it('watches another view or step when its arguments change, and nothing for null', () => {
    const { rerender } = renderHook(
      ({ view, at }: { view: Parameters<typeof useView>[0]; at: 'live' | number }) =>
        useView(view, () => undefined, { at }),
      { wrapper: provided(), initialProps: { view: { kind: 'parameters' }, at: 'live' } as never },
    );
    rerender({ view: { kind: 'inputWeights' }, at: 'live' });
    expect([...source.watches].map(({ view }) => view.kind)).toEqual(['inputWeights']);
    rerender({ view: { kind: 'inputWeights' }, at: 7 });
    expect([...source.watches].map(({ at }) => at)).toEqual([7]);
    rerender({ view: null, at: 'live' });
    expect(source.watches.size).toBe(0);
  });

  it.each([false, true])('leaves nothing behind after unmounting (strict: %s)', (strict) => {
    const { unmount } = renderHook(() => useView({ kind: 'parameters' }, () => undefined), {
      wrapper: provided(strict),
    });
    expect(source.watches.size).toBe(1);
    unmount();
    expect(source.watches.size).toBe(0);
    expect(source.listeners.size).toBe(0);
  });

  it('moves to another source', () => {
    const other = new ManualSource();
    const { rerender } = renderHook(({ from }) => useView({ kind: 'parameters' }, () => undefined, { source: from }), {
      initialProps: { from: source },
    });
    rerender({ from: other });
    expect([source.watches.size, other.watches.size]).toEqual([0, 1]);
  });

  it('watches only while its element is on screen', () => {
    let tell: (seen: boolean) => void = () => undefined;
    const disconnect = vi.fn();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
          tell = (isIntersecting) => callback([{ isIntersecting }]);
        }
        observe = (): void => undefined;
        disconnect = disconnect;
      },
    );
    function Picture(): ReactElement {
      const element = useRef<HTMLDivElement>(null);
      useView({ kind: 'parameters' }, () => undefined, { source, element });
      return <div ref={element} />;
    }
    const { unmount } = render(<Picture />);
    expect(source.watches.size).toBe(0);
    tell(true);
    expect(source.watches.size).toBe(1);
    tell(false);
    expect(source.watches.size).toBe(0);
    tell(true);
    unmount();
    expect(source.watches.size).toBe(0);
    expect(disconnect).toHaveBeenCalledOnce();
  });

  it('reports why a view is not available', () => {
    const onError = vi.fn();
    renderHook(() => useView({ kind: 'parameters' }, () => undefined, { onError }), { wrapper: provided() });
    const error = new NeuroglowError('unsupported', 'Not here.');
    source.fail(error);
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
  });
});

describe('useFrame', () => {
  function counted(maxFps?: number) {
    let renders = 0;
    const hook = renderHook(
      () => {
        renders++;
        return useFrame({ kind: 'parameters' }, { maxFps });
      },
      { wrapper: provided() },
    );
    return { ...hook, renders: () => renders };
  }

  it.each([
    [undefined, 10],
    [4, 4],
  ])('commits at most so many times a second (maxFps %s): thousands of frames', (maxFps, most) => {
    const { result, renders } = counted(maxFps);
    const before = renders();
    const seconds = 3;
    for (let frame = 1; frame <= seconds * 1000; frame++) {
      act(() => {
        source.emit(frame);
        vi.advanceTimersByTime(1);
      });
    }
    expect(renders() - before).toBeLessThanOrEqual(seconds * most + 1);
    expect(renders() - before).toBeGreaterThanOrEqual(seconds * most - 1);
    act(() => void vi.advanceTimersByTime(1000));
    expect(result.current.frame!.step).toBe(seconds * 1000);
  });

  it('shows the first frame at once and holds no timer after unmounting', () => {
    const { result, unmount } = counted();
    act(() => source.emit(1));
    expect(result.current.frame!.step).toBe(1);
    act(() => source.emit(2));
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('returns the same state object while nothing has changed', () => {
    const { result, rerender } = counted();
    act(() => source.emit(1));
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
  });

  it('drops frames of another source, network or kind, and keeps those of another input until new ones arrive', () => {
    const other = new ManualSource();
    const { result, rerender } = renderHook(({ from, view }) => useFrame(view, { source: from }), {
      initialProps: {
        from: source,
        view: { kind: 'activations', input: { sample: 0 } } as Parameters<typeof useFrame>[0],
      },
    });
    act(() => source.emit(1));
    rerender({ from: source, view: { kind: 'activations', input: { sample: 1 } } });
    expect(result.current.frame!.step).toBe(1);
    rerender({ from: source, view: { kind: 'parameters' } });
    expect(result.current.frame).toBeNull();
    act(() => source.emit(2));
    expect(result.current.frame!.step).toBe(2);
    act(() => source.grow([2, 4, 1]));
    expect(result.current.frame).toBeNull();
    act(() => source.emit(3));
    rerender({ from: other, view: { kind: 'parameters' } });
    expect(result.current.frame).toBeNull();
  });

  it('says why there is no picture: no such view, an error, or no source yet', () => {
    const { result } = renderHook(() => useMetrics('gradientNorms'), { wrapper: provided() });
    expect(result.current).toEqual({ frame: null, unsupported: 'This source knows no gradients.', error: null });
    const failing = renderHook(() => useParameters(), { wrapper: provided() });
    const error = new NeuroglowError('unsupported', 'Not here.');
    act(() => source.fail(error));
    expect(failing.result.current).toEqual({ frame: null, unsupported: null, error });
    const { result: alone } = renderHook(() => useParameters({ source: null }));
    expect(alone.current).toEqual({ frame: null, unsupported: null, error: null });
  });

  it('rejects an invalid maxFps', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => counted(0)).toThrow(expect.objectContaining({ code: 'invalid-option' }) as Error);
  });
});
