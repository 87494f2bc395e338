import { activationRule, spreadRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { ContributionProps } from '../types.js';
import { arrange, inputPicture } from './inputPicture.js';
import { finite } from './inputWeights.js';
import type { HeatmapMode } from './mode.js';
import { normalizedRule } from './normalize.js';
import { checkMembers, givenPictures, picturesNumbers, picturesPanel, type Pictures } from './pictures.js';

const look = { gap: 0, signsFrom: 0.1 };

/** wᵢxᵢ of each neuron of the first hidden layer, input by input, for the current input: they sum to z − b, which made it fire or not. */
export const contributionMode: HeatmapMode<ContributionProps, Pictures> = {
  aspect({ values, neurons }, network) {
    const [input, first] = network?.layers ?? [];
    if (values) return finite(aspectOfPictures(values));
    if (!input || !first) return finite(NaN);
    return aspectOfPictures({ ...inputPicture(input), neurons: neurons?.length ?? first.neurons });
  },

  describe({ neurons: members = null, normalize = 'none' }, { network: { layers } }, words) {
    const [input, first] = layers;
    if (!input || !first) return null;
    checkMembers(members, first.neurons);
    return {
      ...{ layer: 1, name: first.name, neurons: first.neurons, labels: first.labels, look, members },
      ...inputPicture(input),
      rule: normalizedRule({ ...spreadRule, quantity: 'contribution' }, normalize),
      normalize,
      dotRule: { ...activationRule(first.activation), quantity: 'activation' },
      what: words.contributionTo(first.name),
      note: words.contributionNote,
    };
  },

  views: (_, { input }) => input && { main: { kind: 'inputWeights' }, extra: { kind: 'activations', input } },
  missing: (words) => words.noInput,

  read({ main, extra }, description, words) {
    if (main.kind !== 'inputWeights' || extra?.kind !== 'activations') return null;
    const [input, activations] = extra.activations;
    const z = extra.preActivations[1];
    if (!input || !activations || !z || input.length !== main.inputs) return null;
    const products = contributions(main.weights, input);
    const numbers = picturesNumbers(arrange(products, description), activations, main.runId, description, words);
    return (
      numbers && {
        ...numbers,
        linesOf: (neuron, format) => [
          words.contributionSum((z[neuron] ?? NaN) - (main.biases[neuron] ?? NaN), main.biases[neuron] ?? NaN, format),
        ],
      }
    );
  },

  given({ values }, words) {
    if (!values) return null;
    const { shape, pictures } = givenPictures(values);
    const description: Pictures = {
      ...shape,
      rule: { ...spreadRule, quantity: 'contribution' },
      look,
      what: words.contributionTo(shape.name),
      note: words.contributionNote,
    };
    const numbers = picturesNumbers(pictures, values.activations ?? null, 'values', description, words);
    return numbers && { description, numbers };
  },

  panel: picturesPanel,
};

/** wᵢⱼxᵢ for every neuron j: [neurons × inputs]. */
export function contributions(weights: Float32Array, input: ArrayLike<number>): Float32Array {
  const products = new Float32Array(weights.length);
  const width = input.length;
  for (let at = 0, i = 0; at < products.length; at++, i = i + 1 === width ? 0 : i + 1) {
    products[at] = weights[at]! * (input[i] ?? NaN);
  }
  return products;
}
