import type { Pace, Snapshot, StopCondition } from '@neuroglow/engine';
import type { ComponentProps } from '../shared/componentProps.js';
import type { TrainingControlsMessages } from './messages.js';

/** What the controls are made of. */
export type TrainingControlsPart = 'commands' | 'readings' | 'learningRate' | 'seed' | 'speed';
export type TrainingControlsSlot =
  'commands' | 'button' | 'readings' | 'reading' | 'settings' | 'setting' | 'past' | 'notice';

/** What the readings need, for a trainer of one's own. */
export type TrainingControlsValues = Pick<Snapshot, 'status' | 'step' | 'epoch' | 'cost' | 'validation'>;

export interface TrainingControlsProps extends ComponentProps<TrainingControlsMessages, TrainingControlsSlot> {
  /** Which parts to show. @default all that the source supports */
  readonly show?: readonly TrainingControlsPart[] | undefined;
  /** Where a run that is started stops. @default never */
  readonly until?: StopCondition | undefined;
  /** How many steps the Step button makes. @default 1 */
  readonly stepCount?: number | undefined;
  /** The speeds on offer. @default ['visible', 1, 10, 100, 'fastest'] */
  readonly paces?: readonly Pace[] | undefined;
  /** Readings of a trainer of your own, in place of a source. */
  readonly values?: TrainingControlsValues | undefined;
}
