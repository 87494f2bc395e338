import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';

export interface CostPlotMessages extends CommonMessages {
  readonly label: string;
  readonly training: string;
  readonly validation: string;
  /** The axis's switch. */
  readonly axis: string;
  readonly linear: string;
  readonly log: string;
  /** In place of a value that is not there. */
  readonly none: string;
  readonly empty: string;
  /** Under the axis of steps. */
  readonly steps: string;
  /** Beside the axis of costs. */
  readonly costs: string;
  readonly step: (step: number, format: NumberFormat) => string;
  /** What the keys move along the curves. */
  readonly reader: string;
  readonly value: (name: string, cost: string) => string;
  /** Before the number of values that are not finite. */
  readonly notFiniteValues: string;
  /** Before the number of values that a log axis cannot show. */
  readonly notOnLog: string;
  /** The text alternative. */
  readonly summary: (name: string, first: number, last: number, steps: number, format: NumberFormat) => string;
}

export const costPlotMessages: CostPlotMessages = {
  ...commonMessages,
  label: 'Cost by step',
  training: 'training',
  validation: 'held-out',
  axis: 'cost axis',
  linear: 'linear',
  log: 'log',
  none: '–',
  empty: 'No step has been made yet.',
  steps: 'step',
  costs: 'cost',
  step: (step, format) => `step ${format.integer(step)}`,
  reader: 'Read the cost at a step',
  value: (name, cost) => `${name} ${cost}`,
  notFiniteValues: 'not finite',
  notOnLog: 'not on a log axis',
  summary: (name, first, last, steps, format) =>
    `${name} cost: ${format.value(first)} at first, ${format.value(last)} after ${format.integer(steps)} steps.`,
};
