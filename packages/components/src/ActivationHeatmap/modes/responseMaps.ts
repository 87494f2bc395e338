import {
  activationFunctions,
  featureNames,
  rawInputs,
  type Activation,
  type LayerDescription,
  type ResponseMapsView,
} from '@neuroglow/engine';
import { activationRule, signedRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { Axes, PanelLook, PanelPoints } from '../panel.js';
import type { HeatmapPoints, ResponseMapsProps } from '../types.js';
import { finite } from './inputWeights.js';
import type { HeatmapMode } from './mode.js';
import { givenPictures, picturesNumbers, picturesPanel, type Pictures } from './pictures.js';
import { refuse } from './refuse.js';

/** Most rows of a data set that are drawn as points. */
const mostPoints = 1024;

/** Each neuron of a layer over a plane of two inputs, with data points, and a line where it begins to fire. */
export const responseMapsMode: HeatmapMode<ResponseMapsProps, Pictures> = {
  aspect({ values, layer = 1 }, network) {
    if (values) return finite(aspectOfPictures(values));
    return aspectOfPictures({ neurons: network?.layers[layer]?.neurons ?? 1, rows: 1, columns: 1 });
  },

  describe(props, { network }, words) {
    const { layer = 1, plane: [x, y] = [0, 1], resolution = 32, quantity = 'activation' } = props;
    const of = network.layers[layer];
    const [input] = network.layers;
    if (!of || !input) return null;
    const raw = rawInputs(network);
    const names = input.kind === 'input' && input.features ? rawNames(raw) : input.labels;
    const inputName = (index: number): string => names?.[index] ?? words.inputNumber(index + 1);
    return {
      ...{ layer, name: of.name, neurons: of.neurons, labels: of.labels, rows: resolution, columns: resolution },
      cells: resolution * resolution,
      rule: { ...(quantity === 'preActivation' ? signedRule : activationRule(of.activation)), quantity },
      dotRule: null,
      look: lookOf(props, of.activation),
      what: words.responseOf(of.name, words[quantity]),
      note: words.plane(inputName(x), inputName(y), raw - 2),
    };
  },

  views(props, { network }) {
    const { layer = 1, plane: inputs = [0, 1], range, resolution = 32, quantity = 'activation', points } = props;
    const of = network.layers[layer];
    const main: ResponseMapsView = {
      kind: 'responseMaps',
      layer,
      resolution,
      inputs,
      quantity,
      ...(range && { range }),
    };
    return {
      main,
      extra: of && needsPreActivations(props, of) ? { ...main, quantity: 'preActivation' } : null,
      points:
        typeof points === 'string'
          ? { kind: 'layerSpace', layer: 0, axes: inputs, of: points, rows: mostPoints }
          : null,
    };
  },
  missing: (words) => words.waiting,

  read({ main, extra }, description, words) {
    if (main.kind !== 'responseMaps') return null;
    const numbers = picturesNumbers(main.maps, null, main.runId, description, words);
    if (!numbers) return null;
    const [x, y] = main.range;
    return {
      ...numbers,
      axes: { x, y },
      isolineValues: extra?.kind === 'responseMaps' ? extra.maps : null,
    };
  },

  given(props, words) {
    const { values } = props;
    if (!values) return null;
    const { shape, pictures } = givenPictures(values);
    const description: Pictures = {
      ...shape,
      rule: { ...activationRule(null), quantity: 'activation' },
      look: lookOf(props, null),
      what: words.responseOf(shape.name, words.activation),
      note: null,
    };
    const numbers = picturesNumbers(pictures, values.activations ?? null, 'values', description, words);
    return numbers && { description, numbers };
  },

  panel: picturesPanel,

  points({ points, plane: [x, y] = [0, 1] }, axes, rows) {
    if (points === undefined) return null;
    if (typeof points !== 'string') return ownPoints(points, axes ?? unitAxes);
    if (!axes || rows?.kind !== 'layerSpace' || rows.axes === 'principal' || rows.axes[0] !== x || rows.axes[1] !== y)
      return null;
    return { at: placed(rows.points, axes), classes: rows.classes, rows: rows.rows, of: points };
  },
};

/** Raw inputs as features call them: the plane is one of raw inputs, whatever the input layer makes of them. */
function rawNames(count: number): readonly string[] {
  return featureNames(Array.from({ length: count }, (_, of) => ({ term: 'value', of })));
}

const unitAxes: Axes = { x: [0, 1], y: [0, 1] };

function ownPoints({ inputs, classes }: HeatmapPoints, axes: Axes): PanelPoints {
  const count = inputs.length / 2;
  if (!Number.isInteger(count)) {
    throw refuse(`points.inputs: expected two numbers per point, got ${inputs.length} numbers; pass x and y of each.`);
  }
  if (classes && classes.length !== count) {
    throw refuse(`points.classes: expected ${count}, one per point, got ${classes.length}; pass one each, or none.`);
  }
  return { at: placed(inputs, axes), classes: classes ?? null, rows: null, of: null };
}

/** Inputs as shares of a picture's width and height, from its upper left corner. */
function placed(inputs: ArrayLike<number>, { x, y }: Axes): Float32Array {
  const at = new Float32Array(inputs.length);
  for (let point = 0; 2 * point < inputs.length; point++) {
    at[2 * point] = ((inputs[2 * point] ?? NaN) - x[0]) / (x[1] - x[0]);
    at[2 * point + 1] = (y[1] - (inputs[2 * point + 1] ?? NaN)) / (y[1] - y[0]);
  }
  return at;
}

function lookOf(
  { threshold = false, discretize = false, quantity = 'activation' }: ResponseMapsProps,
  activation: Activation | null,
): PanelLook {
  const look = { gap: 0, smooth: true, signsFrom: 0.1, discretize };
  if (threshold === false) return look;
  if (typeof threshold === 'number') return { ...look, level: threshold };
  const fires = activation && activationFunctions[activation].fires;
  if (fires === 'winner') return { ...look, level: quantity === 'activation' ? 0.5 : null };
  return { ...look, level: fires === 'positive' ? 0 : null };
}

/** The threshold lies in pre-activations, while activations may be coloured. */
function needsPreActivations(
  { threshold = false, quantity = 'activation' }: ResponseMapsProps,
  { activation }: LayerDescription,
): boolean {
  if (threshold === false || quantity === 'preActivation') return false;
  return typeof threshold === 'number' || (activation !== null && activationFunctions[activation].fires === 'positive');
}
