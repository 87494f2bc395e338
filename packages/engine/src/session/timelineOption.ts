import { checkNumber, checkOptions } from '../core/check.js';

/** How much of a run is recorded. */
export interface TimelineOptions {
  /**
   * Most bytes of keyframes, besides the first and the latest. All sessions of a window share the largest budget among theirs.
   * @default 64 MiB
   */
  readonly memory?: number | undefined;
}

const defaultMemory = 64 * 2 ** 20;

/** The bytes for keyframes; null: nothing is recorded. @throws `invalid-option` */
export function checkTimelineOption(timeline: unknown): number | null {
  if (timeline === undefined) return defaultMemory;
  if (timeline === false) return null;
  checkOptions(timeline, 'timeline (false or { memory })', ['memory']);
  const { memory = defaultMemory } = timeline;
  checkNumber(memory, 'timeline.memory', 'a number of bytes from 0 on', (bytes) => bytes >= 0);
  return memory;
}
