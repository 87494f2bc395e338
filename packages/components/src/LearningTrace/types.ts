import type { Drop } from '@neuroglow/engine';
import type { ComponentProps } from '../shared/componentProps.js';
import type { Domain } from '../shared/domain.js';
import type { LearningTraceMessages } from './messages.js';

/** A mark on a neuron's row: it crossed its threshold. */
export interface TraceCrossing {
  readonly step: number;
  /** Whether it fires from here on. */
  readonly fires: boolean;
  /** The step at which it had left the band. Left out or null: not yet, so the mark is provisional. */
  readonly confirmedAt?: number | null | undefined;
}

/** One neuron over all steps. */
export interface TraceRow {
  /** 0 is the input, 1 the first hidden layer. */
  readonly layer: number;
  /** From 0. */
  readonly neuron: number;
  /** Its activation for the probe, one per step. */
  readonly activations: ArrayLike<number>;
  /** Its bias b, one per step; shown as σ(b). */
  readonly biases: ArrayLike<number>;
  readonly crossings?: readonly TraceCrossing[] | undefined;
}

/** A run as `LearningTrace` draws it: all arrays have one number per step. */
export interface LearningTraceValues {
  /** Ascending. */
  readonly steps: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
  /** In the order in which they are drawn. */
  readonly rows: readonly TraceRow[];
  /** @default found in `costs` with a window of 25 steps */
  readonly drops?: readonly Drop[] | undefined;
  /** What activations lie between: [0, 1] for sigmoid, [−1, 1] for tanh. @default [0, 1] */
  readonly domain?: Domain | undefined;
}

export type LearningTraceSlot = 'stage' | 'panel' | 'drops' | 'pages' | 'legend' | 'note';

export interface LearningTraceProps extends ComponentProps<LearningTraceMessages, LearningTraceSlot> {
  /**
   * How the middle panel is coloured: `activation` continuously; `state` in two colours, by whether the activation lies in the upper half of its
   * domain. Two colours make a slow change look sudden.
   * @default 'activation'
   */
  readonly coloring?: 'activation' | 'state' | undefined;
  /** Most neurons at a time; more are paged. @default 16 */
  readonly rowsPerPage?: number | undefined;
  /** A recorded run in place of a source. */
  readonly values?: LearningTraceValues | undefined;
}
