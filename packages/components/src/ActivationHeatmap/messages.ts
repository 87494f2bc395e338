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
  /** What is coloured, where cells below 0 are speckled. */
  readonly signed: (what: string) => string;
  /** What the dots beside pictures show. */
  readonly dots: string;
  /** `how`: whether the other inputs stay at the mean of the data, or at the values of one input. */
  readonly plane: (x: string, y: string, others: number, how: 'mean' | 'input') => string;
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
  readonly showTable: string;
  readonly hideTable: string;
  /** The table's accessible name. */
  readonly table: string;
  readonly tableCaption: (shown: number, all: number, format: NumberFormat) => string;
  readonly tableName: string;
  readonly tableRow: string;
  readonly dead: string;
  readonly silent: string;
  readonly saturated: string;
  readonly duplicateOf: (neuron: number) => string;
  /** Neurons that do nothing, cannot learn or repeat another; counted from 1. Empty for none. */
  readonly health: (
    rows: number,
    neurons: {
      readonly dead: readonly number[];
      readonly silent: readonly number[];
      readonly saturated: readonly number[];
      readonly duplicates: readonly (readonly [one: number, other: number])[];
    },
    format: NumberFormat,
  ) => string;
  readonly difference: (what: string) => string;
  readonly normalized: (what: string, by: 'neuron' | 'layer') => string;
  /** What the sum of a combination is called, under its picture. */
  readonly sumLabel: string;
  readonly combinationOf: (output: string) => string;
  readonly combinationNote: string;
  readonly outgoingWeight: (weight: number, format: NumberFormat) => string;
  readonly biasValue: (bias: number, format: NumberFormat) => string;
  readonly zeroLine: string;
  readonly noHidden: string;
  readonly contributionTo: (layer: string) => string;
  /** What contributions add up to. */
  readonly contributionNote: string;
  readonly contributionSum: (sum: number, bias: number, format: NumberFormat) => string;
  readonly inputGradientOf: (layer: string) => string;
  readonly inputGradientNote: string;
  /** A matrix of neurons and examples. */
  readonly samplesOf: (layer: string) => string;
  readonly samplesAxes: (byClass: boolean) => string;
  readonly sampleCell: (layer: string, neuron: number, example: number, className: string | null) => string;
  readonly selectivity: (share: number, format: NumberFormat) => string;
  readonly sampleRemark: (
    examples: number,
    order: 'index' | 'magnitude' | 'selectivity',
    format: NumberFormat,
  ) => string;
  readonly strongestZ: string;
  readonly topClasses: (classes: string) => string;
  readonly topSamplesOf: (count: number, looked: number, format: NumberFormat) => string;
  readonly topSamples: (layer: string, neurons: number, count: number, format: NumberFormat) => string;
  readonly spaceOf: (layer: string) => string;
  readonly component: (number: number) => string;
  readonly explained: (first: number, second: number, step: number, format: NumberFormat) => string;
  /** The button that fits components to the step shown now. */
  readonly fitAgain: string;
  readonly noComponents: string;
  readonly spaceOfComponents: string;
  readonly spaceOfNeurons: string;
  readonly pointName: (row: number, className: string | null) => string;
  readonly pointsNotFinite: (points: number) => string;
  readonly spaceSummary: (
    layer: string,
    points: number,
    explained: readonly [number, number] | null,
    format: NumberFormat,
  ) => string;
  /** A layer's feature maps, as a group. */
  readonly mapsOf: (layer: string, channels: number) => string;
  /** What feature maps show: z or a. */
  readonly mapsQuantity: (layer: string, quantity: 'activation' | 'preActivation') => string;
  readonly mapsNote: string;
  readonly channel: (number: number, channels: number) => string;
  /** The picture of the input beside feature maps. */
  readonly inputChannel: (channels: number) => string;
  readonly pixel: (row: number, column: number) => string;
  /** The size of a pixel's receptive field in the input. */
  readonly sees: (rows: number, columns: number) => string;
  /** The text alternative of feature maps. */
  readonly featureMaps: (
    layer: string,
    quantity: 'activation' | 'preActivation',
    channels: number,
    rows: number,
    columns: number,
    range: readonly [low: number, high: number],
    format: NumberFormat,
  ) => string;
  readonly filtersOf: (layer: string, filters: number) => string;
  readonly filter: (number: number, filters: number) => string;
  readonly sliceOf: (channel: number, channels: number) => string;
  readonly filterNorm: (norm: number, format: NumberFormat) => string;
  /** `channel`, counted from 0, where the caller chose one. */
  readonly filterSlices: (channels: number, channel: number | null) => string;
  readonly noFilters: string;
  /** The text alternative of filters. */
  readonly filters: (
    layer: string,
    filters: number,
    channels: number,
    range: readonly [low: number, high: number],
    format: NumberFormat,
  ) => string;
  /** Which part of a long picture is shown. */
  readonly page: (page: number, pages: number, format: NumberFormat) => string;
  readonly pageBefore: string;
  readonly pageAfter: string;
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
  signed: (what) => `${what}; speckled: negative`,
  dots: 'activation now',
  plane: (x, y, others, how) =>
    others > 0
      ? `${x} across, ${y} up; a slice: the ${others} other inputs stay at ${how === 'mean' ? 'their mean' : 'those of one example'}`
      : `${x} across, ${y} up`,
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
  showTable: 'Show as table',
  hideTable: 'Hide table',
  table: 'Numbers of the picture',
  tableCaption: (shown, all, format) =>
    shown < all ? `The first ${format.integer(shown)} of ${format.integer(all)} rows` : `${format.integer(all)} rows`,
  tableName: 'name',
  tableRow: 'row',
  dead: 'dead',
  silent: 'silent',
  saturated: 'saturated',
  duplicateOf: (neuron) => `= ${neuron}`,
  health: (rows, { dead, silent, saturated, duplicates }, format) => {
    const parts = [
      dead.length > 0 && `dead: ${dead.join(', ')}`,
      silent.length > 0 && `silent: ${silent.join(', ')}`,
      saturated.length > 0 && `saturated: ${saturated.join(', ')}`,
      duplicates.length > 0 && `duplicates: ${duplicates.map(([one, other]) => `${one} = ${other}`).join(', ')}`,
    ].filter(Boolean);
    return parts.length === 0 ? '' : `On ${format.integer(rows)} examples, ${parts.join('; ')}.`;
  },
  difference: (what) => `difference of ${what}`,
  normalized: (what, by) => `${what}, each ${by} relative to its own maximum`,
  sumLabel: 'sum + bias',
  combinationOf: (output) => `activation × weight to ${output}`,
  combinationNote: 'The last picture is the sum of the others with the bias: the output’s z.',
  outgoingWeight: (weight, format) => `weight ${format.value(weight)}`,
  biasValue: (bias, format) => `bias ${format.value(bias)}`,
  zeroLine: 'zero',
  noHidden: 'Nothing to show: a combination needs a hidden layer and the output chosen.',
  contributionTo: (layer) => `contribution to ${layer} (weight × input)`,
  contributionNote: 'Each picture sums to z − bias, for this input alone.',
  contributionSum: (sum, bias, format) => `sum ${format.value(sum)} = z − bias; bias ${format.value(bias)}`,
  inputGradientOf: (layer) => `gradient of z of ${layer} with respect to the input`,
  inputGradientNote: 'Local: what a small change of this input would do. Another input has another gradient.',
  samplesOf: (layer) => `${layer} by example`,
  samplesAxes: (byClass) =>
    byClass ? 'neurons down, examples across, grouped by class' : 'neurons down, examples across',
  sampleCell: (layer, neuron, example, className) =>
    `${layer} · neuron ${neuron}, example ${example}${className === null ? '' : ` of class “${className}”`}`,
  selectivity: (share, format) => `selectivity η² ${format.value(share)}`,
  sampleRemark: (examples, order, format) =>
    `${format.integer(examples)} examples; neurons ordered by ${order === 'index' ? 'number' : order === 'magnitude' ? 'mean magnitude' : 'selectivity η²'}${order === 'index' ? '' : ', standing still while the network learns'}.`,
  strongestZ: 'strongest pre-activation',
  topClasses: (classes) => `classes: ${classes}`,
  topSamplesOf: (count, looked, format) =>
    `The ${format.integer(count)} of ${format.integer(looked)} examples with the largest pre-activation, the strongest first.`,
  topSamples: (layer, neurons, count, format) =>
    `${layer}: for each of ${format.integer(neurons)} neurons the ${format.integer(count)} examples that make it fire most.`,
  spaceOf: (layer) => `examples as ${layer} sees them`,
  component: (number) => `component ${number}`,
  explained: (first, second, step, format) =>
    `Components fitted at step ${format.integer(step)}; they explain ${format.percent(first)} and ${format.percent(second)} of the variance now.`,
  fitAgain: 'Fit to this step',
  noComponents: 'Nothing to show yet: activations that are not finite have no principal components.',
  spaceOfComponents: 'A projection: examples that lie apart in the layer may lie together here.',
  spaceOfNeurons: 'Two neurons of the layer; what the others tell apart may lie together here.',
  pointName: (row, className) => `example ${row}${className === null ? '' : `, class “${className}”`}`,
  pointsNotFinite: (points) => `points not finite, and so not drawn: ${Math.ceil(points)}`,
  spaceSummary: (layer, points, explained, format) =>
    `${format.integer(points)} examples as ${layer} sees them${
      explained ? `, in a plane that explains ${format.percent(explained[0] + explained[1])} of the variance` : ''
    }.`,
  mapsOf: (layer, channels) => `${layer}, ${channels} feature ${channels === 1 ? 'map' : 'maps'}`,
  mapsQuantity: (layer, quantity) =>
    quantity === 'activation' ? `activation a of ${layer}` : `pre-activation z of ${layer}`,
  mapsNote: 'Pointing at a pixel outlines the part of the input that it depends on.',
  channel: (number, channels) => `channel ${number} of ${channels}`,
  inputChannel: (channels) => (channels === 1 ? 'input' : `input, channel 1 of ${channels}`),
  pixel: (row, column) => `row ${row}, column ${column}`,
  sees: (rows, columns) => `depends on ${rows} × ${columns} pixels of the input, padding included`,
  featureMaps: (layer, quantity, channels, rows, columns, [low, high], format) =>
    `${format.integer(channels)} feature maps of ${layer}, ${format.integer(rows)} by ${format.integer(columns)} pixels: ${quantity === 'activation' ? 'activations' : 'pre-activations'} from ${format.value(low)} to ${format.value(high)}.`,
  filtersOf: (layer, filters) => `${layer}, ${filters} ${filters === 1 ? 'filter' : 'filters'}`,
  filter: (number, filters) => `filter ${number} of ${filters}`,
  sliceOf: (channel, channels) => `slice: input channel ${channel} of ${channels}`,
  filterNorm: (norm, format) => `norm of the whole filter ${format.value(norm)}`,
  filterSlices: (channels, channel) =>
    channel === null
      ? `Slices, not whole filters: of each filter the input channel of ${channels} with the largest norm.`
      : `Slices, not whole filters: input channel ${channel + 1} of ${channels}.`,
  noFilters: 'Nothing to show: filters need a convolutional layer.',
  filters: (layer, filters, channels, [low, high], format) =>
    `${format.integer(filters)} filters of ${layer}${channels > 1 ? `, one slice each of ${format.integer(channels)} channels` : ''}, with weights from ${format.value(low)} to ${format.value(high)}.`,
  page: (page, pages, format) => `page ${format.integer(page)} of ${format.integer(pages)}`,
  pageBefore: 'Previous page',
  pageAfter: 'Next page',
  summary: (layer, neurons, strongest, value, format) =>
    `${layer}: ${format.integer(neurons)} neurons, the strongest is ${strongest} with ${format.value(value)}.`,
};
