import type { TrainingSource, Unsubscribe } from '../source/trainingSource.js';

/** Milliseconds from leaving the screen to the first frame: pictures that are on screen come first. */
const FIRST = 200;
/** Milliseconds between two glances. */
const INTERVAL = 1000;

/**
 * Takes one frame per second, and only when the source has moved since the last one. For pictures that are off screen: printing a page leaves no time
 * to ask a worker for values, so a picture must already hold recent ones.
 *
 * @param watch Starts watching; calls `onSeen` after each frame or error.
 * @param at The step that is watched. A step other than 'live' does not change while its run lives.
 */
export function glance(
  source: TrainingSource,
  watch: (onSeen: () => void) => Unsubscribe,
  at: 'live' | number = 'live',
): Unsubscribe {
  let seen: readonly unknown[] = [];
  let leave: Unsubscribe | null = null;
  const now = (): readonly unknown[] => {
    const { runId, step } = source.getSnapshot();
    return [runId, at === 'live' ? step : at, source.network];
  };
  const look = (): void => {
    timer = setTimeout(look, INTERVAL);
    const current = now();
    if (leave !== null || (seen.length > 0 && current.every((value, index) => value === seen[index]))) return;
    leave = watch(() => {
      seen = now();
      stop();
    });
  };
  const stop = (): void => {
    leave?.();
    leave = null;
  };
  let timer = setTimeout(look, FIRST);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
