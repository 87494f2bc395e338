import { act, render, renderHook } from '@testing-library/react';
import { Profiler, type ReactElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createViewer,
  NeuroglowError,
  NeuroglowProvider,
  useFrame,
  useTimeline,
  useView,
  useViews,
  type Viewer,
} from '@neuroglow/engine';
import { ManualSource } from './manualSource.js';
import { manualTimeline, type ManualTimeline } from './manualTimeline.js';

let viewer: Viewer;
let source: ManualSource;
let timeline: ManualTimeline;

beforeEach(() => {
  viewer = createViewer();
  timeline = manualTimeline();
  source = Object.assign(new ManualSource(), { timeline });
  source.change({ step: 1000 });
});

afterEach(() => {
  vi.useRealTimers();
});

function wrapper({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <NeuroglowProvider source={source} viewer={viewer}>
      {children}
    </NeuroglowProvider>
  );
}

describe('useTimeline', () => {
  it('gives the timeline and the cursor of the viewer', () => {
    const { result } = renderHook(() => useTimeline(), { wrapper });
    expect(result.current).toMatchObject({
      ...{ first: 0, last: 1000, kept: 'every', keyframes: 8, bytes: 4096, seeks: [] },
      ...{ isAvailable: true, cursor: 'live', isPlaying: false, speed: 100 },
    });
    act(() => result.current.setCursor(431));
    expect(result.current.cursor).toBe(431);
    expect(viewer.getSnapshot().cursor).toBe(431);
    act(() => result.current.stepBy(-31));
    expect(result.current.cursor).toBe(400);
    act(() => result.current.setCursor(99_999));
    expect(result.current.cursor).toBe(1000);
    act(() => result.current.setCursor('live'));
    act(() => result.current.stepBy(-1));
    expect(result.current.cursor).toBe(999);
  });

  it('snaps to the steps that are kept', () => {
    timeline.change({ kept: [0, 250, 1000] });
    const { result } = renderHook(() => useTimeline(), { wrapper });
    act(() => result.current.setCursor(431));
    expect(result.current.cursor).toBe(250);
    act(() => result.current.stepBy(1));
    expect(result.current.cursor).toBe(1000);
  });

  it('plays and pauses, for everybody who looks at the same viewer', () => {
    const first = renderHook(() => useTimeline(), { wrapper });
    const second = renderHook(() => useTimeline(), { wrapper });
    act(() => first.result.current.play({ speed: -20 }));
    expect(second.result.current).toMatchObject({ isPlaying: true, speed: -20, cursor: 1000 });
    act(() => second.result.current.pause());
    expect(first.result.current).toMatchObject({ isPlaying: false, speed: -20 });
  });

  it('commits at most ten times per second while the run grows, and at once when the cursor moves', () => {
    vi.useFakeTimers();
    let renders = 0;
    const { result } = renderHook(
      () => {
        renders++;
        return useTimeline();
      },
      { wrapper },
    );
    const before = renders;
    for (let frame = 1; frame <= 60; frame++) {
      act(() => {
        timeline.change({ last: 1000 + frame });
        vi.advanceTimersByTime(1000 / 60);
      });
    }
    expect(renders - before).toBeLessThanOrEqual(11);
    act(() => void vi.advanceTimersByTime(200));
    expect(result.current.last).toBe(1060);
    act(() => result.current.setCursor(7));
    expect(result.current.cursor).toBe(7);
  });

  it('returns to live when a new run begins', () => {
    const { result } = renderHook(() => useTimeline(), { wrapper });
    act(() => result.current.setCursor(431));
    act(() => source.change({ step: 1001 }));
    expect(result.current.cursor).toBe(431);
    act(() => source.change({ runId: 'next', step: 0 }));
    expect(result.current.cursor).toBe('live');
  });

  it('has the current step only where the source has no timeline, or there is no source', () => {
    const bare = new ManualSource();
    bare.change({ step: 12 });
    const { result } = renderHook(() => useTimeline({ source: bare }));
    expect(result.current).toMatchObject({ isAvailable: false, first: 12, last: 12, kept: [], cursor: 'live' });
    act(() => result.current.play());
    expect(result.current.isPlaying).toBe(false);
    expect(renderHook(() => useTimeline()).result.current.isAvailable).toBe(false);
  });

  it('refuses what is not a step', () => {
    const { result } = renderHook(() => useTimeline(), { wrapper });
    for (const wrong of [-1, 1.5, Number.NaN, 'latest']) {
      expect(() => result.current.setCursor(wrong as number)).toThrow(NeuroglowError);
    }
    expect(() => result.current.stepBy(0.5)).toThrow(/count: expected an integer/);
  });

  it.each([false, true])('leaves nothing behind after unmounting (strict: %s)', (strict) => {
    const { unmount } = renderHook(() => useTimeline(), { wrapper, reactStrictMode: strict });
    expect(timeline.listeners.size).toBe(1);
    unmount();
    expect([timeline.listeners.size, source.listeners.size]).toEqual([0, 0]);
  });
});

/** The steps that are watched now. */
const watched = (): unknown[] => [...source.watches].map(({ at }) => at);

describe('a picture follows the cursor', () => {
  it('without a commit, however often it moves', () => {
    const onRender = vi.fn();
    const onFrame = vi.fn();
    function Picture(): null {
      useView({ kind: 'parameters' }, onFrame);
      useViews([{ kind: 'parameters' }], onFrame);
      return null;
    }
    render(
      <Profiler id="picture" onRender={onRender}>
        <Picture />
      </Profiler>,
      { wrapper },
    );
    const before = onRender.mock.calls.length;
    for (let step = 1; step <= 50; step++) {
      act(() => {
        viewer.setCursor(step);
        source.emit(step);
      });
    }
    expect(watched()).toEqual([50, 50]);
    expect(onFrame).toHaveBeenCalledTimes(100);
    expect(onRender.mock.calls.length).toBe(before);
  });

  it('except where it has a step of its own, or the view is of many steps', () => {
    renderHook(
      () => {
        useView({ kind: 'parameters' }, () => undefined, { at: 12 });
        useView({ kind: 'scalars' }, () => undefined);
      },
      { wrapper },
    );
    act(() => viewer.setCursor(400));
    expect(watched()).toEqual([12, 'live']);
  });

  it('lets a step finish for a moment before it asks for the next, and drops it after that', () => {
    vi.useFakeTimers();
    const onFrame = vi.fn();
    renderHook(() => useView({ kind: 'parameters' }, onFrame), { wrapper });
    viewer.setCursor(10);
    viewer.setCursor(20);
    viewer.setCursor(30);
    expect(watched()).toEqual([10]);
    source.emit(10);
    expect(onFrame).toHaveBeenCalledTimes(1);
    expect(watched()).toEqual([30]);
    viewer.setCursor(40);
    vi.advanceTimersByTime(150);
    expect(watched()).toEqual([40]);
  });

  it('and leaves a step that is being computed at once to be live', () => {
    renderHook(() => useView({ kind: 'parameters' }, () => undefined), { wrapper });
    viewer.setCursor(10);
    viewer.setCursor('live');
    expect(watched()).toEqual(['live']);
  });

  it('and watches a step again once it is reached, and in a new run', () => {
    renderHook(() => useView({ kind: 'parameters' }, () => undefined, { at: 1005 }), { wrapper });
    expect(source.watchCount).toBe(1);
    source.fail(new NeuroglowError('step-not-kept', 'Not yet.'));
    source.change({ step: 1004 });
    expect(source.watchCount).toBe(1);
    source.change({ step: 1006 });
    expect(source.watchCount).toBe(2);
    source.change({ step: 1010 });
    expect(source.watchCount).toBe(2);
    source.change({ runId: 'next', step: 0 });
    expect(source.watchCount).toBe(3);
  });

  it('as a value, which stays until that of the next step arrives', () => {
    vi.useFakeTimers();
    const { result } = renderHook(() => useFrame({ kind: 'parameters' }), { wrapper });
    act(() => source.emit(1000));
    act(() => viewer.setCursor(10));
    expect(result.current.frame?.step).toBe(1000);
    act(() => {
      source.emit(10);
      vi.advanceTimersByTime(150);
    });
    expect(result.current.frame?.step).toBe(10);
  });
});
