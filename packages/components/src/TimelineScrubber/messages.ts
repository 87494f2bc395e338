import type { Drop, Hyperparameters } from '@neuroglow/engine';
import { dropText } from '../shared/dropText.js';
import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';

export interface TimelineScrubberMessages extends CommonMessages {
  readonly label: string;
  /** The slider. */
  readonly slider: string;
  /** What the slider says. `cost` is null while it is not known. */
  readonly value: (step: number, last: number, cost: string | null, isLive: boolean, format: NumberFormat) => string;
  readonly stepBack: string;
  readonly stepOn: string;
  readonly playBackwards: string;
  readonly play: string;
  readonly pause: string;
  readonly speed: string;
  readonly perSecond: (steps: number, format: NumberFormat) => string;
  /** Before the field of the step, and its name. */
  readonly step: string;
  readonly of: (last: number, format: NumberFormat) => string;
  readonly invalidStep: (first: number, last: number, format: NumberFormat) => string;
  readonly cost: string;
  /** In place of a cost that is not known. */
  readonly none: string;
  /** Returns to the latest step, and follows the run from then on. */
  readonly live: string;
  /** In place of a track, where the source shows its current step only. */
  readonly noTimeline: string;
  /** In place of a track, while no step has been kept yet. */
  readonly nothingKept: string;
  /** Where some steps are kept. */
  readonly snaps: (kept: number, format: NumberFormat) => string;
  /** While a step is being computed that takes long. */
  readonly seeking: (step: number, seconds: number, format: NumberFormat) => string;
  /** Name of the list of drops. */
  readonly drops: string;
  readonly noDrops: string;
  readonly dropItem: (number: number, drop: Drop, format: NumberFormat) => string;
  readonly previousDrop: string;
  readonly nextDrop: string;
  /** Plays through a drop in slow motion. */
  readonly slowDrop: string;
  /** The changes by hand that are marked on the track. */
  readonly marks: string;
  /** Names of hyperparameters, at the beginning of a sentence. */
  readonly hyperparameters: Readonly<Record<keyof Hyperparameters, string>>;
  /** `from` is null where the value before is not known. */
  readonly changed: (name: string, from: number | null, to: number, step: number, format: NumberFormat) => string;
  readonly weightSet: (
    place: { readonly from: string; readonly to: string },
    value: number,
    step: number,
    format: NumberFormat,
  ) => string;
  readonly biasSet: (neuron: string, value: number, step: number, format: NumberFormat) => string;
  readonly neuron: (layer: string, neuron: number, format: NumberFormat) => string;
  readonly parametersSet: (step: number, format: NumberFormat) => string;
  readonly seedSet: (seed: number, step: number, format: NumberFormat) => string;
  /** Where it is not known what was changed. */
  readonly otherChange: (step: number, format: NumberFormat) => string;
  /** Before the sentences of several changes at one place of the track. */
  readonly changes: (count: number, format: NumberFormat) => string;
}

export const timelineScrubberMessages: TimelineScrubberMessages = {
  ...commonMessages,
  label: 'Timeline',
  slider: 'Step shown',
  value: (step, last, cost, isLive, format) =>
    [
      `step ${format.integer(step)} of ${format.integer(last)}`,
      ...(cost === null ? [] : [`cost ${cost}`]),
      ...(isLive ? ['live'] : []),
    ].join(', '),
  stepBack: 'One step back',
  stepOn: 'One step on',
  playBackwards: 'Play backwards',
  play: 'Play',
  pause: 'Pause playing',
  speed: 'speed',
  perSecond: (steps, format) => `${format.value(steps)} ${steps === 1 ? 'step' : 'steps'}/s`,
  step: 'step',
  of: (last, format) => `of ${format.integer(last)}`,
  invalidStep: (first, last, format) =>
    `A step is a whole number from ${format.integer(first)} to ${format.integer(last)}.`,
  cost: 'cost',
  none: '–',
  live: 'Live',
  noTimeline: 'This source shows its current step only: it keeps no earlier ones to go back to.',
  nothingKept: 'No step has been kept yet.',
  snaps: (kept, format) =>
    kept === 1
      ? 'Only one step was kept.'
      : `${format.integer(kept)} steps were kept; the handle snaps to the nearest.`,
  seeking: (step, seconds, format) =>
    `Computing step ${format.integer(step)}: about ${seconds < 1 ? 'one second' : `${format.fixed(seconds, 0)} s`}.`,
  drops: 'Drops of the cost',
  noDrops: 'No drop so far.',
  dropItem: dropText,
  previousDrop: 'Previous drop',
  nextDrop: 'Next drop',
  slowDrop: 'Slow motion',
  marks: 'Changes by hand',
  hyperparameters: { learningRate: 'Learning rate', momentum: 'Momentum', l1: 'L1 penalty', l2: 'L2 penalty' },
  changed: (name, from, to, step, format) =>
    `${name} ${from === null ? '' : `${format.value(from)} `}→ ${format.value(to)} at step ${format.integer(step)}`,
  weightSet: ({ from, to }, value, step, format) =>
    `Weight from ${from} to ${to} set to ${format.value(value)} at step ${format.integer(step)}`,
  biasSet: (neuron, value, step, format) =>
    `Bias of ${neuron} set to ${format.value(value)} at step ${format.integer(step)}`,
  neuron: (layer, neuron, format) => `${layer} neuron ${format.integer(neuron)}`,
  parametersSet: (step, format) => `All weights and biases changed at step ${format.integer(step)}`,
  seedSet: (seed, step, format) => `Rows drawn with seed ${seed} from step ${format.integer(step)}`,
  otherChange: (step, format) => `A change by hand at step ${format.integer(step)}`,
  changes: (count, format) => `${format.integer(count)} changes:`,
};
