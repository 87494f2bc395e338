import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';
import type { CurveSummary } from './words/summary.js';

export interface CostPlotMessages extends CommonMessages {
  readonly label: string;
  readonly training: string;
  readonly validation: string;
  readonly test: string;
  /** The axis's switch. */
  readonly axis: string;
  readonly linear: string;
  readonly log: string;
  readonly symlog: string;
  /** In place of a value that is not there. */
  readonly none: string;
  readonly empty: string;
  /** What the horizontal axis counts: under it, and in its choice. */
  readonly steps: string;
  readonly epochs: string;
  readonly times: string;
  /** The choice of what it counts, and of its spacing. */
  readonly horizontal: string;
  readonly horizontalScale: string;
  /** Beside the axis of costs, and beside that of metrics. */
  readonly costs: string;
  readonly metrics: string;
  readonly step: (step: number, format: NumberFormat) => string;
  /** What the keys move along the curves. */
  readonly reader: string;
  readonly value: (name: string, cost: string) => string;
  /** A series of one of several runs. */
  readonly ofRun: (run: string, series: string) => string;
  /** Before the number of values that are not finite. */
  readonly notFiniteValues: string;
  /** Before the number of values that a log axis cannot show. */
  readonly notOnLog: string;
  /** Before the number of points that a robust axis leaves out. */
  readonly beyond: string;
  /** The legend's list of curves to show and hide. */
  readonly curves: string;
  readonly band: (kind: 'extremes' | 'quartiles', runs: number, format: NumberFormat) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  readonly followLatest: string;
  readonly zoom: string;
  /** The handle of the cursor, and what it says while it is live. */
  readonly cursor: string;
  readonly live: string;
  readonly best: (name: string, cost: string, step: string) => string;
  readonly fork: (run: string) => string;
  readonly diverged: string;
  readonly learningChanged: (changes: readonly (readonly [name: string, value: string])[]) => string;
  readonly parameterChanged: (value: string) => string;
  /** The text alternative: what a curve did. */
  readonly summary: (name: string, summary: CurveSummary, format: NumberFormat) => string;
}

export const costPlotMessages: CostPlotMessages = {
  ...commonMessages,
  label: 'Cost by step',
  training: 'training',
  validation: 'held-out',
  test: 'test',
  axis: 'cost axis',
  linear: 'linear',
  log: 'log',
  symlog: 'symlog',
  none: '–',
  empty: 'No step has been made yet.',
  steps: 'step',
  epochs: 'epoch',
  times: 'seconds',
  horizontal: 'horizontal axis',
  horizontalScale: 'spacing of the horizontal axis',
  costs: 'cost',
  metrics: 'metric',
  step: (step, format) => `step ${format.integer(step)}`,
  reader: 'Read the cost at a step',
  value: (name, cost) => `${name} ${cost}`,
  ofRun: (run, series) => `${run}, ${series}`,
  notFiniteValues: 'not finite',
  notOnLog: 'not on a log axis',
  beyond: 'beyond the axis',
  curves: 'curves',
  band: (kind, runs, format) =>
    `median of ${format.integer(runs)} runs, band: ${kind === 'extremes' ? 'lowest to highest' : 'middle half'}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  followLatest: 'Follow latest',
  zoom: 'steps shown',
  cursor: 'Step shown',
  live: 'live',
  best: (name, cost, step) => `best ${name} ${cost} at ${step}`,
  fork: (run) => `${run} branches off`,
  diverged: 'diverged',
  learningChanged: (changes) =>
    changes.map(([name, value]) => `${name === 'learningRate' ? 'learning rate' : name} set to ${value}`).join(', '),
  parameterChanged: (value) => `a weight or bias set to ${value}`,
  summary: (name, { first, last, firstStep, lastStep, steepest, notFinite }, format) => {
    const steps = format.integer(lastStep - firstStep + (firstStep === 1 ? 1 : 0));
    const [from, to] = [format.value(first), format.value(last)];
    const verb = last < first ? 'fell' : 'rose';
    const course =
      from === to
        ? `The ${name} cost stayed at ${from} for ${steps} steps`
        : `The ${name} cost ${verb} from ${from} to ${to} in ${steps} steps`;
    const where =
      from !== to && steepest
        ? `; it ${verb} most between steps ${format.integer(steepest[0])} and ${format.integer(steepest[1])}`
        : '';
    const odd =
      notFinite > 0 ? ` ${format.integer(notFinite)} of its values ${notFinite === 1 ? 'is' : 'are'} not finite.` : '';
    return `${course}${where}.${odd}`;
  },
};
