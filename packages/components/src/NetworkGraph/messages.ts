import type { Emphasis } from './emphasis/emphasis.js';
import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';
import type { LayerKind, ViewKind } from '@neuroglow/engine';
import type { QuantityMessages } from '../shared/quantities/quantity.js';
import { connectionQuantities, labelsOf, neuronQuantities } from '../shared/quantities/registry.js';

/** Every word of the graph. */
export interface NetworkGraphMessages extends CommonMessages, QuantityMessages {
  readonly label: string;
  readonly noInput: string;
  /** Under a picture of a past step that can be edited. */
  readonly editsLive: string;
  readonly layer: (name: string, neurons: number, format: NumberFormat) => string;
  /** The caption above a layer; null activation is the input. */
  readonly layerCaption: (name: string, activation: string | null) => string;
  /** What kind of layer a block is. */
  readonly layerKinds: Readonly<Record<LayerKind, string>>;
  /** What a screen reader hears of a layer that is drawn as a block. */
  readonly block: (name: string, parts: readonly string[]) => string;
  readonly kernel: (sides: string, stride: string) => string;
  readonly pooling: Readonly<Record<'max' | 'average', (sides: string, stride: string) => string>>;
  readonly normalizedOver: Readonly<Record<'batch' | 'layer' | 'group' | 'instance', string>>;
  /** How many of a layer's feature maps a block has room for. */
  readonly mapsShown: (shown: number, channels: number) => string;
  readonly fromLayers: (names: readonly string[]) => string;
  /** Under a layer that is collapsed. */
  readonly imageCaption: (neurons: number, rows: number, columns: number, format: NumberFormat) => string;
  readonly imageShort: (rows: number, columns: number) => string;
  readonly neurons: (count: number, format: NumberFormat) => string;
  readonly neuronsShort: (count: number, format: NumberFormat) => string;
  readonly hidden: (count: number, format: NumberFormat) => string;
  readonly hiddenShort: (count: number, format: NumberFormat) => string;
  readonly expand: (name: string, neurons: number, format: NumberFormat) => string;
  readonly collapse: (name: string) => string;
  readonly page: (page: number, pages: number, format: NumberFormat) => string;
  readonly previousPage: (name: string) => string;
  readonly nextPage: (name: string) => string;
  readonly neuron: (place: NeuronPlaceWords, format: NumberFormat) => string;
  readonly neuronTitle: (layer: string, neuron: string) => string;
  readonly neuronName: (index: number, format: NumberFormat) => string;
  /** Labels of the quantities per neuron, by name; `own` is that of a colour function. A name left out keeps the quantity's own label. */
  readonly quantities: Readonly<Record<string, string>> & { readonly own: string };
  /** Labels of the quantities per connection, by name. */
  readonly connectionQuantities: Readonly<Record<string, string>>;
  readonly biasRing: string;
  /** The quantity that neurons show, and the one that connections show, as the legend names them. */
  readonly neuronDisc: (quantity: string) => string;
  readonly connectionLine: (quantity: string) => string;
  readonly dashed: string;
  /** The name of the switch that says which connections stand out, and its choices. */
  readonly emphasis: string;
  readonly emphases: Readonly<Record<Emphasis, (strongest: number, format: NumberFormat) => string>>;
  /** What opacity means where it shows what flows for the input. */
  readonly opacity: string;
  /** What a shimmer and a pulse of light mean. `share`: of its range, from 0 to 1. */
  readonly shimmer: (share: number, steps: number, format: NumberFormat) => string;
  readonly pulse: string;
  /** How many connections are beyond their layer's domain. */
  readonly beyond: (count: number, format: NumberFormat) => string;
  /** What the bars beside a layer's neurons mean. */
  readonly bars: (quantity: string, layer: string, low: number, high: number, format: NumberFormat) => string;
  readonly ofLayers: (quantity: string, layers: readonly string[]) => string;
  /** How far a signed scale reaches on both sides of 0; the layers it does so for, none for all. */
  readonly reaching: (magnitude: number, layers: readonly string[], format: NumberFormat) => string;
  /** The same for every layer, in order, where more than two ranges differ. */
  readonly reachingByLayer: (magnitudes: readonly number[], format: NumberFormat) => string;
  readonly connections: (drawn: number, of: number, quantity: string, format: NumberFormat) => string;
  readonly density: (layers: readonly string[]) => string;
  readonly glyphs: Readonly<Record<'responseMap' | 'inputWeights', string>>;
  readonly firing: string;
  readonly silent: string;
  readonly dead: string;
  readonly saturated: string;
  /** Under a layer of which at least half is so. */
  readonly flagged: (
    flags: { readonly dead: number; readonly saturated: number },
    neurons: number,
    format: NumberFormat,
  ) => string;
  /** The same without the layer's size, where there is little room. */
  readonly flaggedShort: (flags: { readonly dead: number; readonly saturated: number }, format: NumberFormat) => string;
  /** The graver of both as its mark, which the legend explains, with the number behind: before it, × would read as a product. */
  readonly flaggedMark: (flag: 'dead' | 'saturated', count: number, format: NumberFormat) => string;
  /** What the marks upon neurons mean, in the legend. */
  readonly deadMark: (count: number, format: NumberFormat) => string;
  readonly saturatedMark: (count: number, format: NumberFormat) => string;
  readonly winner: string;
  /** How the answer compares with the row's target, and the neuron that would be right; said, and explained in the legend. */
  readonly right: string;
  readonly wrong: string;
  readonly truth: string;
  readonly truthMark: string;
  readonly largest: (parts: string) => string;
  readonly from: (value: string, name: string) => string;
  readonly keys: string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly play: string;
  readonly stop: string;
  readonly step: string;
  readonly back: string;
  readonly pass: string;
  readonly phases: Readonly<Record<'forward' | 'cost' | 'backward' | 'update', string>>;
  /** Where a pass has come to, and the step whose numbers it shows; null for plain values. */
  readonly passIs: (phase: string, detail: string, step: number | null, format: NumberFormat) => string;
  /** Beside neurons, while a pass is shown. */
  readonly targetNote: (value: string) => string;
  readonly deltaNote: (value: string) => string;
  readonly biasNote: (value: string) => string;
  readonly biasBecomes: (value: string) => string;
  readonly costIs: (cost: number, format: NumberFormat) => string;
  readonly target: (value: string) => string;
  /** The rule with its rate; whether it is the run's own, null where that is not known. */
  readonly updateIs: (rate: number, isOwn: boolean | null, format: NumberFormat) => string;
  readonly update: { readonly bias: string; readonly weight: (input: string) => string };
  readonly editor: (neuron: string) => string;
  readonly editBias: string;
  readonly editWeight: string;
  readonly editInput: string;
  /** In place of the fields while no neuron is selected. */
  readonly editNothing: string;
  readonly editHint: string;
  /** How a bias is changed by keys, for screen readers. */
  readonly editKeys: string;
  readonly biasIs: (neuron: string, value: number, format: NumberFormat) => string;
  readonly noResponseMaps: string;
  /** What a source cannot give, and why not. */
  readonly missing: (view: WatchedViewName, reason: string) => string;
  readonly done: string;
}

/** A view that a graph watches; former: a view of an earlier step. */
export type WatchedViewName = ViewKind | 'former';

export interface NeuronPlaceWords {
  readonly name: string;
  readonly layer: number;
  readonly layers: number;
  readonly index: number;
  readonly neurons: number;
  readonly label: string | null;
  readonly activation: number | null;
  readonly bias: number | null;
  readonly extra: readonly string[];
}

export const networkGraphMessages: NetworkGraphMessages = {
  ...commonMessages,
  label: 'Network',
  editsLive: 'Weights can be edited at the latest step only: go back to Live.',
  noInput: 'There is no input to look at: choose a sample or a probe.',
  layer: (name, neurons, format) => `${name}, ${format.integer(neurons)} ${neurons === 1 ? 'neuron' : 'neurons'}`,
  layerCaption: (name, activation) => (activation === null ? name : `${name} · ${activation}`),
  layerKinds: {
    input: 'input',
    dense: 'dense',
    conv2d: 'convolution',
    pool: 'pooling',
    flatten: 'flatten',
    normalization: 'normalization',
    add: 'addition',
    concatenate: 'concatenation',
    opaque: 'other',
  },
  block: (name, parts) => `${name}: ${parts.join(', ')}`,
  kernel: (sides, stride) => `kernel ${sides}, stride ${stride}`,
  mapsShown: (shown, channels) => `the first ${shown} of ${channels} channels are shown`,
  pooling: {
    max: (sides, stride) => `largest of ${sides}, stride ${stride}`,
    average: (sides, stride) => `mean of ${sides}, stride ${stride}`,
  },
  normalizedOver: {
    batch: 'over the batch',
    layer: 'over the layer',
    group: 'over groups of channels',
    instance: 'over each channel',
  },
  fromLayers: (names) => `from ${names.join(' and ')}`,
  imageCaption: (neurons, rows, columns, format) => `${rows}×${columns} · ${format.integer(neurons)} neurons`,
  imageShort: (rows, columns) => `${rows}×${columns}`,
  neurons: (count, format) => `${format.integer(count)} ${count === 1 ? 'neuron' : 'neurons'}`,
  neuronsShort: (count, format) => format.integer(count),
  hidden: (count, format) => `${format.integer(count)} more`,
  hiddenShort: (count, format) => `+${format.integer(count)}`,
  expand: (name, neurons, format) => `Show all ${format.integer(neurons)} neurons of ${name}`,
  collapse: (name) => `Collapse ${name}`,
  page: (page, pages, format) => `${format.integer(page)} / ${format.integer(pages)}`,
  previousPage: (name) => `Previous neurons of ${name}`,
  nextPage: (name) => `Next neurons of ${name}`,
  neuron: ({ name, layer, layers, index, neurons, label, activation, bias, extra }, format) =>
    [
      `${name}: layer ${layer} of ${layers}`,
      `neuron ${format.integer(index)} of ${format.integer(neurons)}`,
      ...(label === null ? [] : [label]),
      ...(activation === null ? [] : [`activation ${format.value(activation)}`]),
      ...(bias === null ? [] : [`bias ${format.value(bias)}`]),
      ...extra,
    ].join(', '),
  neuronTitle: (layer, neuron) => `${layer} · ${neuron}`,
  neuronName: (index, format) => `neuron ${format.integer(index)}`,
  quantities: { ...labelsOf(neuronQuantities), own: 'own colour' },
  connectionQuantities: labelsOf(connectionQuantities),
  gradientOf: { sample: 'of this sample', batch: 'of the batch' },
  since: (step, format) => `since step ${format.integer(step)}`,
  biasRing: 'Bias (ring)',
  neuronDisc: (quantity) => sentenceCase(quantity),
  connectionLine: (quantity) => `${sentenceCase(quantity)} (line)`,
  dashed: 'Dashed: negative',
  opacity: 'Faint: little flows',
  emphasis: 'Connections',
  emphases: {
    input: () => 'by what flows for this input',
    none: () => 'all alike',
    strongest: (count, format) => `the strongest ${format.integer(count)}`,
  },
  shimmer: (share, steps, format) =>
    `Shimmer: changed by ${format.integer(100 * share)} % of its range in ${format.integer(steps)} steps`,
  pulse: 'Pulse: order of calculation, not time',
  beyond: (count, format) =>
    `${format.integer(count)} beyond ${count === 1 ? 'its' : 'their'} range, drawn at full strength`,
  bars: (quantity, layer, low, high, format) =>
    `Bars (${layer}): ${quantity}, ${format.value(low)} to ${format.value(high)}`,
  ofLayers: (quantity, layers) =>
    `${quantity}, ${layers.length > 2 ? `${layers[0] ?? ''} to ${layers.at(-1) ?? ''}` : layers.join(', ')}`,
  reaching: (magnitude, layers, format) =>
    `${layers.length > 0 ? `${layers.join(' and ')} ` : ''}±${format.value(magnitude)}`,
  reachingByLayer: (magnitudes, format) => {
    const said = magnitudes.map((magnitude) => `±${format.value(magnitude)}`);
    const [first = '', last = ''] = [said[0], said.at(-1)];
    return said.length > 5 ? `${first} to ${last} by layer` : `${said.join(', ')} by layer`;
  },
  connections: (drawn, of, quantity, format) =>
    `${format.integer(drawn)} of ${format.integer(of)} connections${drawn < of ? ' shown' : ''}, by ${quantity}`,
  density: (layers) =>
    `into ${layers.join(' and ')} as a density picture: accurate to about 4 px; stripes mark areas where negative weights dominate`,
  glyphs: { responseMap: 'response over the two inputs', inputWeights: 'input weights' },
  firing: 'firing',
  silent: 'silent',
  dead: 'dead: the same for every row',
  saturated: 'saturated',
  flagged: ({ dead, saturated }, neurons, format) => {
    const of = (count: number): string =>
      count === neurons ? `all ${format.integer(count)}` : `${format.integer(count)} of ${format.integer(neurons)}`;
    return [...(dead > 0 ? [`${of(dead)} dead`] : []), ...(saturated > 0 ? [`${of(saturated)} saturated`] : [])].join(
      ', ',
    );
  },
  flaggedShort: ({ dead, saturated }, format) =>
    [
      ...(dead > 0 ? [`${format.integer(dead)} dead`] : []),
      ...(saturated > 0 ? [`${format.integer(saturated)} saturated`] : []),
    ].join(', '),
  flaggedMark: (flag, count, format) => `${flag === 'dead' ? '×' : '●'} ${format.integer(count)}`,
  deadMark: (count, format) => `${format.integer(count)} dead: the same for every row`,
  saturatedMark: (count, format) => `${format.integer(count)} saturated: flat for nearly every row`,
  winner: 'the answer',
  right: 'right',
  wrong: 'wrong',
  truth: 'the true class',
  truthMark: 'Underlined: the true class',
  largest: (parts) => `largest: ${parts}`,
  from: (value, name) => `${value} from ${name}`,
  keys: 'Arrow keys walk the neurons, Enter selects, Escape clears.',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Whole network',
  play: 'Play the pass',
  stop: 'Stop the pass',
  step: 'Next',
  back: 'Back',
  pass: 'Pass',
  phases: { forward: 'forward', cost: 'cost', backward: 'backward', update: 'update' },
  passIs: (phase, detail, step, format) =>
    `${step === null ? '' : `step ${format.integer(step)} · `}${phase}${detail === '' ? '' : `: ${detail}`}`,
  targetNote: (value) => `y ${value}`,
  deltaNote: (value) => `δ ${value}`,
  biasNote: (value) => `b ${value}`,
  biasBecomes: (value) => `bias becomes ${value}`,
  costIs: (cost, format) => `C = ${format.value(cost)}`,
  target: (value) => `target y = ${value}`,
  updateIs: (rate, isOwn, format) =>
    `w − η·∂C/∂w, η = ${format.value(rate)}, by this input alone${
      isOwn === false ? '; this run’s optimizer or penalty moves weights otherwise' : ''
    }`,
  update: { bias: 'b', weight: (input) => `w from ${input}` },
  editor: (neuron) => `Edit ${neuron}`,
  editBias: 'bias',
  editWeight: 'weight',
  editInput: 'from',
  editNothing: 'Select a neuron to change its bias and weights.',
  editHint: 'Drag the neuron up or down to change its bias, or press Alt with ↑ or ↓.',
  editKeys: 'Alt with arrow up or down changes the bias.',
  biasIs: (neuron, value, format) => `bias of ${neuron}: ${format.value(value)}`,
  noResponseMaps: 'Response maps need a source, or values.responseMaps.',
  missing: (view, reason) => `${viewNames[view] ?? `The view “${view}”`} cannot be shown. ${reason}`,
  done: 'Done',
};

/** The text with a capital at its beginning, where it begins with a word: a symbol such as b² keeps its case. */
function sentenceCase(text: string): string {
  return text.replace(/^\p{Ll}(?=\p{L})/u, (letter) => letter.toUpperCase());
}

const viewNames: Readonly<Partial<Record<WatchedViewName, string>>> = {
  parameters: 'Weights and biases',
  activations: 'Activations',
  gradients: 'Gradients',
  firingRates: 'Firing rates',
  former: 'The change of activations',
  responseMaps: 'Response maps',
  inputWeights: 'Input weights as pictures',
};
