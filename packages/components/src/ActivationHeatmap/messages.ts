import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';

export interface ActivationHeatmapMessages extends CommonMessages {
  readonly label: string;
  readonly noInput: string;
  /** A layer's name and activation function, above its cells. */
  readonly layer: (name: string, activation: string | null) => string;
  /** A neuron by its name, counted from 1. */
  readonly neuron: (number: number, label: string | null) => string;
  /** A neuron as a screen reader says it. */
  readonly neuronOf: (number: number, count: number, label: string | null) => string;
  readonly layerOf: (name: string, neurons: number) => string;
  readonly activation: string;
  readonly preActivation: string;
  readonly inputValue: string;
  /** A quantity of some layers alone, in the legend. */
  readonly quantityOf: (quantity: string, layers: readonly string[]) => string;
  readonly weightsOf: (layer: string) => string;
  readonly responseOf: (layer: string, quantity: string) => string;
  /** What is coloured, where values below 0 bear a minus. */
  readonly signed: (what: string) => string;
  /** What the dots beside pictures show. */
  readonly dots: string;
  readonly plane: (x: string, y: string, others: number) => string;
  readonly inputNumber: (number: number) => string;
  /** The text alternative of pictures. */
  readonly pictures: (
    what: string,
    neurons: number,
    range: readonly [low: number, high: number],
    format: NumberFormat,
  ) => string;
  /** For mode "matrix" without values. */
  readonly noMatrix: string;
  /** What a matrix holds where its caller does not say. */
  readonly value: string;
  readonly matrixOf: (name: string, rows: number, columns: number) => string;
  readonly matrixCell: (row: string, column: string) => string;
  readonly confusionCell: (truth: string, answer: string) => string;
  /** The text alternative of a matrix. */
  readonly matrix: (
    what: string,
    rows: number,
    columns: number,
    range: readonly [low: number, high: number],
    format: NumberFormat,
  ) => string;
  readonly confusion: string;
  readonly count: string;
  readonly shareOfClass: string;
  /** What is down and what is across. */
  readonly confusionAxes: string;
  /** The text alternative of a confusion matrix. */
  readonly confusionSummary: (
    right: number,
    all: number,
    worst: { readonly count: number; readonly truth: string; readonly answer: string } | null,
    format: NumberFormat,
  ) => string;
  /** In the legend, for a line where neurons begin to fire. */
  readonly threshold: string;
  /** In the legend, for points of a class, counted from 0. */
  readonly classNumber: (number: number) => string;
  /** The text alternative of a layer. */
  readonly summary: (layer: string, neurons: number, strongest: string, value: number, format: NumberFormat) => string;
}

export const activationHeatmapMessages: ActivationHeatmapMessages = {
  ...commonMessages,
  label: 'Activation heat map',
  noInput: 'Nothing to show yet: the source offers no input to look at, and none is chosen.',
  layer: (name, activation) => (activation ? `${name} · ${activation}` : name),
  neuron: (number, label) => (label === null ? `neuron ${number}` : `neuron ${number}, “${label}”`),
  neuronOf: (number, count, label) => `neuron ${number} of ${count}${label === null ? '' : `, “${label}”`}`,
  layerOf: (name, neurons) => `${name}, ${neurons} ${neurons === 1 ? 'neuron' : 'neurons'}`,
  activation: 'activation',
  preActivation: 'pre-activation',
  inputValue: 'input',
  quantityOf: (quantity, layers) => `${quantity} (${layers.join(', ')})`,
  weightsOf: (layer) => `weight into ${layer}`,
  responseOf: (layer, quantity) => `${quantity} of ${layer}`,
  signed: (what) => `${what}; − = negative`,
  dots: 'activation now',
  plane: (x, y, others) =>
    others > 0 ? `${x} across, ${y} up; a slice: ${others} other inputs stay fixed` : `${x} across, ${y} up`,
  inputNumber: (number) => `input ${number}`,
  pictures: (what, neurons, [low, high], format) =>
    `${what}: ${format.integer(neurons)} pictures, one a neuron, with values from ${format.value(low)} to ${format.value(high)}.`,
  noMatrix: 'Nothing to show yet: a matrix needs `values`.',
  value: 'value',
  matrixOf: (name, rows, columns) => `${name}, ${rows} rows, ${columns} columns`,
  matrixCell: (row, column) => `row ${row}, column ${column}`,
  confusionCell: (truth, answer) => `“${truth}” taken for “${answer}”`,
  matrix: (what, rows, columns, [low, high], format) =>
    `${what}: a matrix of ${format.integer(rows)} rows and ${format.integer(columns)} columns, with values from ${format.value(low)} to ${format.value(high)}.`,
  confusion: 'Confusion matrix',
  count: 'rows',
  shareOfClass: 'share of the true class',
  confusionAxes: 'true class down, answer across',
  confusionSummary: (right, all, worst, format) =>
    `${format.integer(right)} of ${format.integer(all)} rows are answered correctly.` +
    (worst
      ? ` The most frequent mistake: ${worst.truth} taken for ${worst.answer}, ${format.integer(worst.count)} times.`
      : ''),
  threshold: 'firing threshold',
  classNumber: (number) => `class ${number}`,
  summary: (layer, neurons, strongest, value, format) =>
    `${layer}: ${format.integer(neurons)} neurons, the strongest is ${strongest} with ${format.value(value)}.`,
};
