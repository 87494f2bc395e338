import type { ComponentProps } from '../shared/componentProps.js';
import type { TimelineScrubberMessages } from './messages.js';

export type TimelineScrubberSlot =
  'controls' | 'transport' | 'button' | 'setting' | 'reading' | 'live' | 'track' | 'handle' | 'marks' | 'mark' | 'note';

/** A timeline is a source's: a scrubber without one says why there is nothing to scrub. */
export interface TimelineScrubberProps extends ComponentProps<TimelineScrubberMessages, TimelineScrubberSlot> {
  /** The speeds on offer, in steps per second. @default [1, 10, 100, 1000, 10000] */
  readonly speeds?: readonly number[] | undefined;
  /** The speed chosen at first, in steps per second. @default 100 */
  readonly defaultSpeed?: number | undefined;
  /** Whether the cost is drawn under the handle, where the source has one. @default true */
  readonly curve?: boolean | undefined;
}
