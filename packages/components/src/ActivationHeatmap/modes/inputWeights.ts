import { activationRule, spreadRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { InputWeightsProps } from '../types.js';
import { arrange, inputPicture } from './inputPicture.js';
import type { HeatmapMode } from './mode.js';
import { normalizedRule } from './normalize.js';
import { checkMembers, givenPictures, picturesNumbers, picturesPanel, type Pictures } from './pictures.js';

const look = { gap: 0, signsFrom: 0.1 };
const unknownAspect = 0.95;

/**
 * What each neuron of the first hidden layer looks for, with its activation for the current input as a dot. In deeper layers the gradient of
 * the pre-activation with respect to the input: what a small change of this very input would do.
 */
export const inputWeightsMode: HeatmapMode<InputWeightsProps, Pictures> = {
  aspect({ values, layer = 1, neurons }, network) {
    const input = network?.layers[0];
    const of = network?.layers[layer];
    if (values) return finite(aspectOfPictures(values));
    if (!input || !of) return unknownAspect;
    return aspectOfPictures({ ...inputPicture(input), neurons: neurons?.length ?? of.neurons });
  },

  describe({ layer = 1, neurons: members = null, normalize = 'none' }, { network: { layers }, input: looked }, words) {
    const [input] = layers;
    const of = layers[layer];
    if (!input || !of || layer < 1) return null;
    checkMembers(members, of.neurons);
    const isGradient = layer > 1;
    return {
      ...{ layer, name: of.name, neurons: of.neurons, labels: of.labels, look, members },
      ...inputPicture(input),
      rule: normalizedRule({ ...spreadRule, quantity: isGradient ? 'inputGradient' : 'weight' }, normalize),
      normalize,
      dotRule: looked === null ? null : { ...activationRule(of.activation), quantity: 'activation' },
      what: isGradient ? words.inputGradientOf(of.name) : words.weightsOf(of.name),
      note: isGradient ? words.inputGradientNote : null,
    };
  },

  views({ layer = 1 }, { input }) {
    const extra = input && ({ kind: 'activations', input } as const);
    if (layer <= 1) return { main: { kind: 'inputWeights' }, extra };
    return input && { main: { kind: 'inputGradients', input, of: { layer, quantity: 'preActivation' } }, extra };
  },
  missing: (words) => words.noInput,

  read({ main, extra }, description, words) {
    const values = main.kind === 'inputWeights' ? main.weights : main.kind === 'inputGradients' ? main.gradient : null;
    if (!values) return null;
    const dots = extra?.kind === 'activations' ? (extra.activations[description.layer] ?? null) : null;
    return picturesNumbers(arrange(values, description), dots, main.runId, description, words);
  },

  given({ values }, words) {
    if (!values) return null;
    const { shape, pictures } = givenPictures(values);
    const description: Pictures = {
      ...shape,
      rule: { ...spreadRule, quantity: 'weight' },
      look,
      what: words.weightsOf(shape.name),
      note: null,
    };
    const numbers = picturesNumbers(pictures, values.activations ?? null, 'values', description, words);
    return numbers && { description, numbers };
  },

  panel: picturesPanel,
};

/** Values of the caller's own are checked later, and reported in the component's own box. */
export function finite(aspect: number): number {
  return Number.isFinite(aspect) ? aspect : unknownAspect;
}
