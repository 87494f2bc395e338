import { frameLoopOf, type FrameWindow } from './frameLoop.js';

/** Runs a function at most once per displayed frame, no matter how often it is requested. */
export interface FrameScheduler {
  readonly request: () => void;
  readonly cancel: () => void;
}

/** Displayed frames vary in length, so half a frame early counts as on time. */
const tolerance = 8;

/**
 * Schedules in the window's shared loop.
 *
 * @param interval Least time between two runs, in milliseconds. @default 0: every displayed frame
 */
export function createFrameScheduler(view: FrameWindow, run: () => void, interval = 0): FrameScheduler {
  const loop = frameLoopOf(view);
  let last = -Infinity;
  const member = (now: number): boolean => {
    if (now - last < interval - tolerance) return true;
    last = now;
    // Leaves the loop first, so that a request made by `run` is for the next frame.
    loop.leave(member);
    requested = false;
    run();
    return requested;
  };
  let requested = false;
  return {
    request() {
      if (requested) return;
      requested = true;
      loop.join(member);
    },
    cancel() {
      requested = false;
      loop.leave(member);
    },
  };
}
