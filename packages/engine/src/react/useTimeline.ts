'use client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { checkInteger } from '../core/check.js';
import type { TimelineSnapshot } from '../source/timeline.js';
import type { TrainingSource } from '../source/trainingSource.js';
import { nearestStep, stepAway } from '../viewer/keptSteps.js';
import { stoppedPlayback } from '../viewer/playback.js';
import { playbackOf } from '../viewer/playbackOf.js';
import { calmTimeline } from './calmTimeline.js';
import { useCursor } from './useCursor.js';
import { useLiveInNewRuns } from './useLiveInNewRuns.js';
import { useSource } from './useSource.js';
import { useViewer } from './useViewer.js';

export interface UseTimelineOptions {
  /** Default: the provider's. */
  readonly source?: TrainingSource | null | undefined;
}

export interface PlayOptions {
  /** Steps per second; negative plays backwards. Default: the speed that was played last, at first 100. */
  readonly speed?: number | undefined;
}

/** The steps of a source that can be shown, and the cursor that says which one is. */
export interface TimelineState extends TimelineSnapshot {
  /** Whether the source has a timeline. Without one, it shows its current step only, and `kept` is empty. */
  readonly isAvailable: boolean;
  /** The step that pictures show. */
  readonly cursor: 'live' | number;
  /**
   * Shows a step: the nearest one that is kept. 'live' follows the run.
   * @throws `invalid-option` for anything but 'live' or a whole number from 0
   */
  readonly setCursor: (cursor: 'live' | number) => void;
  /** Moves by so many steps that are kept, back if negative; from 'live', from the latest. */
  readonly stepBy: (count: number) => void;
  /**
   * Moves the cursor with every displayed frame. Waits while a step is being computed or the page is hidden, and stops at both ends; from
   * the end, it begins again.
   * @throws `invalid-option` for a speed that is 0 or not finite
   */
  readonly play: (options?: PlayOptions) => void;
  readonly pause: () => void;
  readonly isPlaying: boolean;
  /** Steps per second of what is playing or was last played. */
  readonly speed: number;
}

/**
 * The timeline of a source, and the viewer's cursor on it. Commits when the cursor moves, and at most 10 times per second while the run
 * grows. To draw the step under the cursor use `useView`, which follows it without a commit. When a new run begins, the cursor returns to
 * 'live'.
 */
export function useTimeline(options: UseTimelineOptions = {}): TimelineState {
  const source = useSource(options.source);
  const viewer = useViewer();
  const [cursor] = useCursor();
  const timeline = source?.timeline ?? null;
  const calm = timeline && calmTimeline(timeline);
  const step = source?.getSnapshot().step ?? 0;
  const known = useSyncExternalStore(
    calm?.subscribe ?? subscribeToNothing,
    () => calm?.get() ?? null,
    () => null,
  );
  const snapshot = useMemo(() => known ?? noTimeline(step), [known, step]);
  const playback = timeline && playbackOf(viewer, timeline);
  const { isPlaying, speed } = useSyncExternalStore(
    playback?.subscribe ?? subscribeToNothing,
    () => playback?.getSnapshot() ?? stoppedPlayback,
    () => stoppedPlayback,
  );
  useLiveInNewRuns(source, viewer);

  const setCursor = useCallback(
    (wanted: 'live' | number) => {
      if (wanted !== 'live') checkInteger(wanted, "cursor ('live' or a step)", 0, Number.MAX_SAFE_INTEGER);
      const now = timeline?.getSnapshot();
      const nearest = wanted === 'live' || !now ? wanted : nearestStep(now, wanted);
      if (nearest !== null) viewer.setCursor(nearest);
    },
    [timeline, viewer],
  );
  const stepBy = useCallback(
    (count: number) => {
      checkInteger(count, 'count', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      const now = timeline?.getSnapshot();
      if (!now) return;
      const from = viewer.getSnapshot().cursor;
      const next = stepAway(now, from === 'live' ? now.last : from, count);
      if (next !== null) viewer.setCursor(next);
    },
    [timeline, viewer],
  );
  const play = useCallback((wanted: PlayOptions = {}) => playback?.play(wanted.speed), [playback]);
  const pause = useCallback(() => playback?.pause(), [playback]);
  const isAvailable = timeline !== null;
  return useMemo(
    () => ({ ...snapshot, isAvailable, cursor, setCursor, stepBy, play, pause, isPlaying, speed }),
    [snapshot, isAvailable, cursor, setCursor, stepBy, play, pause, isPlaying, speed],
  );
}

function noTimeline(step: number): TimelineSnapshot {
  return { first: step, last: step, kept: [], keyframes: 0, bytes: 0, seeks: [] };
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
