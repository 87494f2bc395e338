import type { Drop } from '@neuroglow/engine';
import { dropText } from '../shared/dropText.js';
import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';

export interface LearningTraceMessages extends CommonMessages {
  readonly label: string;
  /** Titles of the three panels. */
  readonly cost: string;
  readonly activationPanel: string;
  readonly statePanel: string;
  readonly biasPanel: string;
  /** In the legend. */
  readonly activation: string;
  readonly bias: string;
  readonly drop: string;
  readonly crossing: string;
  readonly provisionalCrossing: string;
  readonly silent: string;
  readonly firing: string;
  /** Under the axis. */
  readonly steps: string;
  /** What the keys move. */
  readonly reader: string;
  readonly step: (step: number, format: NumberFormat) => string;
  readonly costAt: (cost: number, format: NumberFormat) => string;
  readonly neuron: (layer: number, neuron: number, isOutput: boolean) => string;
  /** The same in the space of a row's label. */
  readonly shortNeuron: (layer: number, neuron: number, isOutput: boolean) => string;
  readonly activationAt: (activation: number, format: NumberFormat) => string;
  readonly biasAt: (colour: number, format: NumberFormat) => string;
  readonly inDrop: (number: number, isProvisional: boolean) => string;
  readonly drops: string;
  readonly noDrops: string;
  readonly dropItem: (number: number, drop: Drop, format: NumberFormat) => string;
  readonly page: (from: number, to: number, of: number, format: NumberFormat) => string;
  readonly nextPage: string;
  readonly previousPage: string;
  readonly empty: string;
  /** Where the steps of a live run come from. */
  readonly liveNote: (recorded: number, format: NumberFormat) => string;
  readonly noInput: string;
  readonly summary: (
    first: number,
    last: number,
    steps: number,
    drops: number,
    neurons: number,
    crossings: number,
    format: NumberFormat,
  ) => string;
}

export const learningTraceMessages: LearningTraceMessages = {
  ...commonMessages,
  label: 'Learning trace',
  cost: 'Cost',
  activationPanel: 'Activation of each neuron for one input',
  statePanel: 'Firing or silent, for one input',
  biasPanel: 'σ(bias) of each neuron',
  activation: 'activation',
  bias: 'σ(bias)',
  drop: 'drop of the cost',
  crossing: 'crossed its threshold',
  provisionalCrossing: 'crossed, still within the band',
  silent: 'silent',
  firing: 'firing',
  steps: 'step',
  reader: 'Read the trace at a step',
  step: (step, format) => `step ${format.integer(step)}`,
  costAt: (cost, format) => `cost ${format.value(cost)}`,
  neuron: (layer, neuron, isOutput) =>
    isOutput ? `output neuron ${neuron + 1}` : `neuron ${neuron + 1} of hidden layer ${layer}`,
  shortNeuron: (layer, neuron, isOutput) => (isOutput ? `out ${neuron + 1}` : `h${layer} · ${neuron + 1}`),
  activationAt: (activation, format) => `activation ${format.value(activation)}`,
  biasAt: (colour, format) => `σ(bias) ${format.value(colour)}`,
  inDrop: (number, isProvisional) => `in drop ${number}${isProvisional ? ' (provisional)' : ''}`,
  drops: 'Drops',
  noDrops: 'No drop so far.',
  dropItem: dropText,
  page: (from, to, of, format) => `Neurons ${format.integer(from)} to ${format.integer(to)} of ${format.integer(of)}`,
  nextPage: 'Next neurons',
  previousPage: 'Previous neurons',
  empty: 'No step has been recorded yet.',
  liveNote: (recorded, format) =>
    `Recorded as shown: ${format.integer(recorded)} steps. The cost is that of the training batch; drops are provisional.`,
  noInput: 'Choose an input to see its activations.',
  summary: (first, last, steps, drops, neurons, crossings, format) =>
    `The cost is ${format.value(first)} at first and ${format.value(last)} after ${format.integer(steps)} steps, ` +
    `with ${drops === 1 ? '1 drop' : `${format.integer(drops)} drops`}. ` +
    `${format.integer(neurons)} neurons crossed their thresholds ${crossings === 1 ? 'once' : `${format.integer(crossings)} times`} in all.`,
};
