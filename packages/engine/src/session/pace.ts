import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { Pace } from '../source/trainingSource.js';

/** At the pace 'visible', a run grows by one part in this many per displayed frame: at 60 frames a second it doubles every 1.4 s. */
const visibleGrowth = 120;

/** Steps that one displayed frame grants a run that stands at `step`; 0 at the pace 'fastest', which waits for no frame. */
export function stepsPerFrame(pace: Pace, step: number): number {
  if (pace === 'fastest') return 0;
  return pace === 'visible' ? Math.ceil((step + 1) / visibleGrowth) : pace;
}

/** @throws `invalid-option` */
export function checkPace(pace: unknown): asserts pace is Pace {
  if (pace === 'fastest' || pace === 'visible') return;
  if (Number.isSafeInteger(pace) && (pace as number) >= 1) return;
  throw new NeuroglowError(
    'invalid-option',
    `pace: expected 'fastest', 'visible' or a whole number of steps per frame, got ${show(pace)}; give one of them.`,
  );
}
