import { createViewer } from '@neuroglow/engine';
import { describe, expect, it } from 'vitest';
import { FrameLoop } from '../../../packages/engine/src/source/frameLoop.js';
import { createPlayback, type Playback } from '../../../packages/engine/src/viewer/playback.js';
import { manualTimeline, type ManualTimeline } from '../../hooks/manualTimeline.js';

interface Player {
  readonly playback: Playback;
  /** Plays, and displays the first frame, from which time is counted. */
  readonly play: (speed: number) => void;
  readonly viewer: ReturnType<typeof createViewer>;
  readonly timeline: ManualTimeline;
  /** Displays frames, so many milliseconds apart. */
  readonly frames: (count: number, milliseconds?: number) => void;
  readonly hide: (isHidden: boolean) => void;
  readonly cursor: () => 'live' | number;
}

function player(snapshot: Parameters<typeof manualTimeline>[0] = {}): Player {
  const viewer = createViewer();
  const timeline = manualTimeline(snapshot);
  let now = 0;
  let waiting: ((now: number) => void) | null = null;
  let isHidden = false;
  const loop = new FrameLoop((callback) => {
    waiting = callback;
  });
  const playback = createPlayback({ viewer, timeline, loop, isHidden: () => isHidden });
  playback.subscribe(() => undefined);
  const frames: Player['frames'] = (count, milliseconds = 10) => {
    for (let frame = 0; frame < count; frame++) {
      now += milliseconds;
      const call = waiting;
      waiting = null;
      call?.(now);
    }
  };
  return {
    ...{ playback, viewer, timeline, frames },
    play(speed) {
      playback.play(speed);
      frames(1);
    },
    hide: (hidden) => {
      isHidden = hidden;
    },
    cursor: () => viewer.getSnapshot().cursor,
  };
}

describe('playing', () => {
  it('moves the cursor by its speed in steps per second, from where it is', () => {
    const { playback, play, viewer, frames, cursor } = player();
    viewer.setCursor(200);
    play(50);
    frames(100);
    expect(cursor()).toBe(250);
    expect(playback.getSnapshot()).toEqual({ isPlaying: true, speed: 50 });
  });

  it('begins at the start when it is at the end or live, and stops at the end', () => {
    const { playback, play, frames, cursor } = player({ last: 30 });
    play(100);
    expect(cursor()).toBe(0);
    frames(29);
    expect(playback.getSnapshot().isPlaying).toBe(true);
    frames(5);
    expect(cursor()).toBe(30);
    expect(playback.getSnapshot().isPlaying).toBe(false);
  });

  it('plays backwards from the latest step, down to the first', () => {
    const { playback, play, frames, cursor } = player({ first: 10, last: 30 });
    play(-100);
    expect(cursor()).toBe(30);
    frames(5);
    expect(cursor()).toBe(25);
    frames(40);
    expect(cursor()).toBe(10);
    expect(playback.getSnapshot().isPlaying).toBe(false);
  });

  it('shows a kept step once it is reached, and only kept ones', () => {
    const { play, viewer, frames } = player({ last: 90, kept: [0, 10, 40, 90] });
    const seen: unknown[] = [];
    viewer.subscribe(() => seen.push(viewer.getSnapshot().cursor));
    play(1000);
    frames(20);
    play(-1000);
    frames(20);
    expect(seen).toEqual([0, 10, 40, 90, 40, 10, 0]);
  });

  it('waits while a step is being computed, and does not make up for it', () => {
    const { play, timeline, frames, cursor } = player();
    play(100);
    frames(10);
    timeline.change({ seeks: [{ step: 10, expectedMs: 80 }] });
    frames(50);
    expect(cursor()).toBe(10);
    timeline.change({ seeks: [] });
    frames(10);
    expect(cursor()).toBe(20);
  });

  it('waits while the page is hidden, and counts a long frame as a short one', () => {
    const { play, hide, frames, cursor } = player();
    play(100);
    hide(true);
    frames(50);
    expect(cursor()).toBe(0);
    hide(false);
    frames(1, 60_000);
    expect(cursor()).toBe(10);
  });

  it('goes on from where somebody else has put the cursor, and stops when it is set to live', () => {
    const { playback, play, viewer, frames, cursor } = player();
    play(100);
    frames(5);
    viewer.setCursor(700);
    frames(5);
    expect(cursor()).toBe(705);
    viewer.setCursor('live');
    frames(5);
    expect(cursor()).toBe('live');
    expect(playback.getSnapshot().isPlaying).toBe(false);
  });

  it('stops when nobody listens any more', () => {
    const { viewer, timeline } = player();
    const requested: unknown[] = [];
    const playback = createPlayback({
      viewer,
      timeline,
      loop: new FrameLoop((callback) => requested.push(callback)),
      isHidden: () => false,
    });
    const leave = playback.subscribe(() => undefined);
    playback.play();
    leave();
    expect(playback.getSnapshot().isPlaying).toBe(false);
  });

  it.each([0, Number.NaN, Infinity])('refuses a speed of %s', (speed) => {
    const { playback } = player();
    expect(() => playback.play(speed)).toThrow(/speed \(steps per second\): expected a finite number other than 0/);
  });
});
