import type { TrainingSource, Viewer } from '@neuroglow/engine';
import type { CommonMessages } from './messages.js';
import type { NumberFormat } from './number.js';

/** The latest step of a source. */
export function latestStep(source: TrainingSource): number {
  return Math.max(source.timeline?.getSnapshot().last ?? 0, source.getSnapshot().step);
}

/**
 * “step 4,310 of 20,000” for a picture that looks back; null while it shows the latest step.
 *
 * @param shown The step of the numbers that are drawn, which may lag behind the cursor; null before the first.
 */
export function pastStepText(
  source: TrainingSource,
  viewer: Viewer,
  shown: number | null,
  messages: CommonMessages,
  format: NumberFormat,
): string | null {
  if (shown === null || viewer.getSnapshot().cursor === 'live') return null;
  const last = latestStep(source);
  return shown < last ? messages.pastStep(shown, last, format) : null;
}
