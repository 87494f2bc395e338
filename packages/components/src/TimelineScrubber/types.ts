import type { DropOptions } from '@neuroglow/engine';
import type { ComponentProps } from '../shared/componentProps.js';
import type { TimelineScrubberMessages } from './messages.js';

/** How drops are looked for: as the view `drops` says, apart from `finished`, which the source tells. */
export interface DropSearch extends Omit<DropOptions, 'finished'> {
  /** Of which cost. @default 'training' */
  readonly of?: 'training' | 'validation';
}

export type TimelineScrubberSlot =
  | 'controls'
  | 'transport'
  | 'button'
  | 'setting'
  | 'reading'
  | 'live'
  | 'track'
  | 'handle'
  | 'marks'
  | 'mark'
  | 'drops'
  | 'drop'
  | 'note';

/** A timeline is a source's: a scrubber without one says why there is nothing to scrub. */
export interface TimelineScrubberProps extends ComponentProps<TimelineScrubberMessages, TimelineScrubberSlot> {
  /** The speeds on offer, in steps per second. @default [1, 10, 100, 1000, 10000] */
  readonly speeds?: readonly number[] | undefined;
  /** The speed chosen at first, in steps per second. @default 100 */
  readonly defaultSpeed?: number | undefined;
  /** Whether the cost is drawn under the handle, where the source has one. @default true */
  readonly curve?: boolean | undefined;
  /**
   * Marks the drops of the cost on the track, lists them, and offers the one before, the one after, and slow motion. `true` looks for them
   * with a window of 25 steps; `{ window: 5 }` suits full batches.
   * @default false
   */
  readonly drops?: boolean | DropSearch | undefined;
}
