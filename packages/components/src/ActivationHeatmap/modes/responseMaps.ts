import { activationFunctions, type Activation, type LayerDescription, type ResponseMapsView } from '@neuroglow/engine';
import { activationRule, signedRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { PanelLook } from '../panel.js';
import type { ResponseMapsProps } from '../types.js';
import { finite } from './inputWeights.js';
import type { HeatmapMode } from './mode.js';
import { givenPictures, picturesNumbers, picturesPanel, type Pictures } from './pictures.js';
import { normalizedRule } from './normalize.js';
import { pointsOver, pointsView } from './planePoints.js';
import { affordableResolution } from './resolution.js';
import { sliceOf, sliceWords } from './slice.js';

/** Each neuron of a layer over a plane of two inputs, with data points, and a line where it begins to fire. */
export const responseMapsMode: HeatmapMode<ResponseMapsProps, Pictures> = {
  aspect({ values, layer = 1 }, network) {
    if (values) return finite(aspectOfPictures(values));
    return aspectOfPictures({ neurons: network?.layers[layer]?.neurons ?? 1, rows: 1, columns: 1 });
  },

  describe(props, { network }, words) {
    const { layer = 1, resolution = affordableResolution(network, layer), quantity = 'activation' } = props;
    const { normalize = 'none' } = props;
    const of = network.layers[layer];
    if (!of) return null;
    return {
      ...{ layer, name: of.name, neurons: of.neurons, labels: of.labels, rows: resolution, columns: resolution },
      cells: resolution * resolution,
      rule: normalizedRule(
        { ...(quantity === 'preActivation' ? signedRule : activationRule(of.activation)), quantity },
        normalize,
      ),
      normalize,
      dotRule: null,
      look: lookOf(props, of.activation),
      what: words.responseOf(of.name, words[quantity]),
      note: sliceWords(props, network, words),
    };
  },

  views(props, { network, input }) {
    const { layer = 1, resolution = affordableResolution(network, layer), quantity = 'activation' } = props;
    const of = network.layers[layer];
    const main: ResponseMapsView = { kind: 'responseMaps', layer, resolution, quantity, ...sliceOf(props, input) };
    return {
      main,
      extra: of && needsPreActivations(props, of) ? { ...main, quantity: 'preActivation' } : null,
      points: pointsView(props),
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

  points: pointsOver,
};

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
