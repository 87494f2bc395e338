import type { TrainingSource, Unsubscribe } from '../source/trainingSource.js';
import type { Viewer } from '../viewer/viewer.js';

export interface StepWatch {
  readonly source: TrainingSource;
  readonly viewer: Viewer;
  /** A fixed step. Left out: the viewer's cursor, wherever it moves. */
  readonly at: 'live' | number | undefined;
  /** Starts watching one step; calls `onSettled` once its frames or an error have arrived. */
  readonly watch: (at: 'live' | number, onSettled: () => void) => Unsubscribe;
}

/**
 * How long a step that is being computed may hold up the next one, in milliseconds. While a cursor is dragged along steps that take longer
 * than a frame, pictures show some of them, instead of none until the pointer rests.
 */
const PATIENCE = 100;

/**
 * Watches at the viewer's cursor without a commit: a picture keeps its last frame until the next arrives. A step that the run has not
 * reached is watched again when it has, and any step when a new run begins.
 */
export function watchAtStep({ source, viewer, at, watch }: StepWatch): Unsubscribe {
  let watched: 'live' | number = 'live';
  let runId = '';
  let isMissing = false;
  let isSettled = false;
  let leave: Unsubscribe = () => undefined;
  let patience: ReturnType<typeof setTimeout> | null = null;
  let isOver = false;
  const wanted = (): 'live' | number => at ?? viewer.getSnapshot().cursor;

  function stop(): void {
    if (patience !== null) clearTimeout(patience);
    patience = null;
    const end = leave;
    leave = () => undefined;
    end();
  }

  function start(): void {
    stop();
    const snapshot = source.getSnapshot();
    watched = wanted();
    runId = snapshot.runId;
    isMissing = watched !== 'live' && watched > snapshot.step;
    isSettled = false;
    const step = watched;
    let isCurrent = true;
    const end = watch(step, () => {
      if (!isCurrent || isOver) return;
      isSettled = true;
      if (wanted() !== step) start();
    });
    leave = () => {
      isCurrent = false;
      end();
    };
  }

  function follow(): void {
    const next = wanted();
    if (next === watched) return;
    const isSeeking = watched !== 'live' && next !== 'live' && !isSettled;
    if (isSeeking) patience ??= setTimeout(start, PATIENCE);
    else start();
  }

  function look(): void {
    if (watched === 'live') return;
    const snapshot = source.getSnapshot();
    if (snapshot.runId !== runId || (isMissing && snapshot.step >= watched)) start();
  }

  start();
  const leaveViewer = at === undefined ? viewer.subscribe(follow) : null;
  const leaveSource = at === 'live' ? null : source.subscribe(look);
  return () => {
    isOver = true;
    leaveViewer?.();
    leaveSource?.();
    stop();
  };
}
