import { createFrameScheduler, createThrottle } from '@neuroglow/engine/internal';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a throttle', () => {
  it('runs at once, and once more with the latest values when the interval ends', () => {
    const run = vi.fn();
    const { request } = createThrottle(100, run);
    request(1);
    request(2);
    request(3);
    expect(run.mock.calls).toEqual([[1]]);
    vi.advanceTimersByTime(100);
    expect(run.mock.calls).toEqual([[1], [3]]);
    vi.advanceTimersByTime(500);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('drops the pending call when it is reset, and runs the next one at once', () => {
    const run = vi.fn();
    const { request, reset } = createThrottle(100, run);
    request(1);
    request(2);
    reset();
    vi.advanceTimersByTime(500);
    expect(run.mock.calls).toEqual([[1]]);
    request(3);
    reset();
    request(4);
    expect(run.mock.calls).toEqual([[1], [3], [4]]);
  });
});

/** A window whose displayed frames come when we say so. */
function manualWindow(): {
  requestAnimationFrame: (callback: (now: number) => void) => void;
  show: (now: number) => void;
  requested: number;
} {
  let callbacks: ((now: number) => void)[] = [];
  return {
    requested: 0,
    requestAnimationFrame(callback) {
      this.requested++;
      callbacks.push(callback);
    },
    show(now) {
      const due = callbacks;
      callbacks = [];
      for (const callback of due) callback(now);
    },
  };
}

describe('a frame scheduler', () => {
  it('runs once before the next displayed frame, however often it is requested', () => {
    const view = manualWindow();
    const run = vi.fn();
    const { request } = createFrameScheduler(view, run);
    request();
    request();
    expect(run).not.toHaveBeenCalled();
    view.show(0);
    view.show(16);
    expect(run).toHaveBeenCalledTimes(1);
    request();
    view.show(32);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('shares one animation frame with all other work in the window', () => {
    const view = manualWindow();
    const runs = [vi.fn(), vi.fn(), vi.fn()];
    for (const run of runs) createFrameScheduler(view, run).request();
    expect(view.requested).toBe(1);
    view.show(0);
    expect(runs.map((run) => run.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('keeps the interval, and accepts a frame that is a little early', () => {
    const view = manualWindow();
    const run = vi.fn();
    const { request } = createFrameScheduler(view, run, 1000 / 30);
    const times: number[] = [];
    run.mockImplementation(() => times.push(shown));
    let shown = 0;
    for (; shown < 100; shown += 16) {
      request();
      view.show(shown);
    }
    expect(times).toEqual([0, 32, 64, 96]);
  });

  it('does not run after it was cancelled, even earlier in the same frame', () => {
    const view = manualWindow();
    const run = vi.fn();
    const late = createFrameScheduler(view, run);
    createFrameScheduler(view, () => late.cancel()).request();
    late.request();
    view.show(0);
    view.show(16);
    expect(run).not.toHaveBeenCalled();
  });

  it('a request made while it runs is for the next frame', () => {
    const view = manualWindow();
    let runs = 0;
    const { request } = createFrameScheduler(view, () => {
      runs++;
      if (runs === 1) request();
    });
    request();
    view.show(0);
    expect(runs).toBe(1);
    view.show(16);
    view.show(32);
    expect(runs).toBe(2);
  });
});
