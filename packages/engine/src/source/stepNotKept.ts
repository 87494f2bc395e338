import { NeuroglowError } from '../core/error.js';
import type { TimelineSnapshot } from './timeline.js';

/** Whether a source can show a step. */
export function isKept(step: number, { first, last, kept }: TimelineSnapshot): boolean {
  return kept === 'every' ? step >= first && step <= last : kept.includes(step);
}

/** The kept step that is nearest to another. */
export function nearestKept(step: number, { first, last, kept }: TimelineSnapshot): number {
  if (kept === 'every') return Math.min(last, Math.max(first, step));
  return kept.reduce((best, at) => (Math.abs(at - step) < Math.abs(best - step) ? at : best), kept[0] ?? last);
}

/**
 * The error for a step that a source cannot show.
 * @param timeline absent for a source that shows its current step only
 */
export function stepNotKept(asked: number, current: number, timeline?: TimelineSnapshot): NeuroglowError {
  if (timeline === undefined) {
    return new NeuroglowError(
      'step-not-kept',
      `at: expected 'live' or the current step, ${current}, got ${asked}; this source keeps no other steps, so ${current} is the nearest.`,
    );
  }
  const { first, last, kept } = timeline;
  const range =
    kept === 'every' ? `${first} to ${last}` : `one of the ${kept.length} that are kept, ${first} to ${last}`;
  return new NeuroglowError(
    'step-not-kept',
    `at: expected a step that can be shown, ${range}, got ${asked}; the nearest is ${nearestKept(asked, timeline)}.`,
  );
}
