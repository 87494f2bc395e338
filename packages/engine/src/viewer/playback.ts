import { checkNumber } from '../core/check.js';
import type { FrameLoop } from '../source/frameLoop.js';
import type { Timeline } from '../source/timeline.js';
import type { Unsubscribe } from '../source/trainingSource.js';
import { nearestStep, stepReached } from './keptSteps.js';
import type { Viewer } from './viewer.js';

export interface PlaybackState {
  readonly isPlaying: boolean;
  /** Steps per second; negative plays backwards. What was asked for last. */
  readonly speed: number;
}

/** Moves a viewer's cursor along a timeline, a little with each displayed frame. */
export interface Playback {
  readonly getSnapshot: () => PlaybackState;
  /** Once its last listener leaves, playing stops. */
  readonly subscribe: (listener: () => void) => Unsubscribe;
  /** @throws `invalid-option` for a speed that is 0 or not finite */
  readonly play: (speed?: number) => void;
  readonly pause: () => void;
}

export interface PlaybackOptions {
  readonly viewer: Viewer;
  readonly timeline: Timeline;
  readonly loop: FrameLoop;
  /** Whether nobody can see the page. */
  readonly isHidden: () => boolean;
}

/** Steps per second where nothing else is asked for. */
export const defaultSpeed = 100;
export const stoppedPlayback: PlaybackState = { isPlaying: false, speed: defaultSpeed };

/** The longest time that one frame is counted as, in milliseconds: after a hidden tab or a long task, playing goes on where it was. */
const LONGEST_FRAME = 100;

/**
 * Playing waits while a step is being computed, so that pictures show every step that the cursor comes to; the time of waiting is not made
 * up for. It stops at both ends, and where the cursor is set to 'live'. A cursor that is moved meanwhile is followed from there.
 */
export function createPlayback({ viewer, timeline, loop, isHidden }: PlaybackOptions): Playback {
  let state = stoppedPlayback;
  let position = 0;
  /** Where this playback has put the cursor, and where the cursor was found after that: a controlled one may lag behind. */
  let put: number | null = null;
  let found: 'live' | number = 'live';
  /** When the last frame was displayed; null before the first since playing began. */
  let last: number | null = null;
  const listeners = new Set<() => void>();

  function change(next: PlaybackState): void {
    if (next.isPlaying === state.isPlaying && next.speed === state.speed) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  const pause = (): void => {
    loop.leave(turn);
    change({ ...state, isPlaying: false });
  };

  function setCursor(step: number): void {
    put = step;
    viewer.setCursor(step);
    found = viewer.getSnapshot().cursor;
  }

  const turn = (now: number): boolean => {
    const elapsed = last === null ? 0 : Math.min(now - last, LONGEST_FRAME);
    last = now;
    const steps = timeline.getSnapshot();
    if (isHidden() || steps.seeks.length > 0) return true;
    const { cursor } = viewer.getSnapshot();
    if (cursor !== found && cursor !== put) {
      if (cursor === 'live') {
        pause();
        return false;
      }
      position = cursor;
    }
    const forward = state.speed > 0;
    position += (state.speed * elapsed) / 1000;
    const step = stepReached(steps, position, forward);
    if (step === null) {
      pause();
      return false;
    }
    setCursor(step);
    const isAtEnd = forward ? position >= steps.last : position <= steps.first;
    if (isAtEnd) pause();
    return !isAtEnd;
  };

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      const entry = (): void => listener();
      listeners.add(entry);
      return () => {
        if (listeners.delete(entry) && listeners.size === 0) pause();
      };
    },
    play(speed = state.speed) {
      checkNumber(speed, 'speed (steps per second)', 'a finite number other than 0', (value) => value !== 0);
      const steps = timeline.getSnapshot();
      const { cursor } = viewer.getSnapshot();
      const forward = speed > 0;
      const [start, end] = forward ? [steps.first, steps.last] : [steps.last, steps.first];
      const from = cursor === 'live' ? steps.last : (nearestStep(steps, cursor) ?? start);
      // Like any player: from the end, it begins again.
      position = (forward ? from >= end : from <= end) ? start : from;
      const step = stepReached(steps, position, forward);
      if (step === null) return;
      setCursor(step);
      last = null;
      change({ isPlaying: true, speed });
      loop.join(turn);
    },
    pause,
  };
}
