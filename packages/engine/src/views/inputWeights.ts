import { layersOf } from '../core/describe.js';
import { pictureShape } from '../core/pictureShape.js';
import type { ViewDefinition } from './context.js';

/** Weights into the first hidden layer, turned so that each neuron's lie together. */
export const inputWeightsView: ViewDefinition<'inputWeights'> = {
  kind: 'inputWeights',
  sort: 'state',
  fields: [],

  validate() {
    // Every source has parameters.
  },

  compute(_view, { network, parameters, runId, step }) {
    const [input, first] = layersOf(network, parameters);
    const { neurons: inputs } = input!;
    const shape = pictureShape(input!.shape);
    const { neurons, weights, biases } = first!;
    const turned = new Float32Array(weights.length);
    for (let i = 0; i < inputs; i++) {
      for (let j = 0; j < neurons; j++) turned[j * inputs + i] = weights[i * neurons + j]!;
    }
    return { kind: 'inputWeights', runId, step, neurons, inputs, shape, weights: turned, biases: biases.slice() };
  },
};
