import { pictureShape, type LayerDescription } from '@neuroglow/engine';
import { activationRule, spreadRule } from '../../shared/domain.js';
import { aspectOfPictures } from '../geometry.js';
import type { InputWeightsProps } from '../types.js';
import type { HeatmapMode } from './mode.js';
import { givenPictures, picturesNumbers, picturesPanel, type Pictures } from './pictures.js';

const look = { gap: 0, signsFrom: 0.1 };
const unknownAspect = 0.95;

/** What each neuron of the first hidden layer looks for, with its activation for the current input as a dot. */
export const inputWeightsMode: HeatmapMode<InputWeightsProps, Pictures> = {
  aspect({ values }, network) {
    const [input, first] = network?.layers ?? [];
    if (values) return finite(aspectOfPictures(values));
    if (!input || !first) return unknownAspect;
    const [rows, columns] = weightPicture(input);
    return aspectOfPictures({ neurons: first.neurons, rows, columns });
  },

  describe(_, { network: { layers }, input: looked }, words) {
    const [input, first] = layers;
    if (!input || !first) return null;
    const [rows, columns] = weightPicture(input);
    return {
      ...{ layer: 1, name: first.name, neurons: first.neurons, labels: first.labels, rows, columns, look },
      cells: input.neurons,
      rule: { ...spreadRule, quantity: 'weight' },
      dotRule: looked === null ? null : { ...activationRule(first.activation), quantity: 'activation' },
      what: words.weightsOf(first.name),
      note: null,
    };
  },

  views: (_, { input }) => ({
    main: { kind: 'inputWeights' },
    extra: input && { kind: 'activations', input },
  }),
  missing: (words) => words.waiting,

  read({ main, extra }, description, words) {
    if (main.kind !== 'inputWeights') return null;
    const dots = extra?.kind === 'activations' ? (extra.activations[1] ?? null) : null;
    return picturesNumbers(main.weights, dots, main.runId, description, words);
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

/** Rows and columns of one neuron's weights. Without a shape they are a vector: one row, or rows of a square where it would be too long to be seen. */
function weightPicture({
  neurons,
  shape,
}: Pick<LayerDescription, 'neurons' | 'shape'>): readonly [rows: number, columns: number] {
  const across = neurons <= 32 ? neurons : Math.ceil(Math.sqrt(neurons));
  return pictureShape(shape) ?? [Math.ceil(neurons / across), across];
}
