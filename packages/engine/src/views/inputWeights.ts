import { pictureShape } from '../core/pictureShape.js';
import type { ViewDefinition } from './definition.js';

/** Weights into the first hidden layer, turned so that each neuron's lie together. */
export const inputWeightsView: ViewDefinition<'inputWeights', 'parameters'> = {
  kind: 'inputWeights',
  sort: 'state',
  fields: [],

  needs() {
    return { parameters: { layers: [1] } };
  },

  compute(_view, { parameters }, { network, runId, step }) {
    const { neurons: inputs } = network.layers[0]!;
    const shape = pictureShape(network.layers[0]!.shape);
    const { weights, biases } = parameters.layers[1]!;
    const neurons = biases.length;
    const turned = new Float32Array(weights.length);
    for (let i = 0; i < inputs; i++) {
      for (let j = 0; j < neurons; j++) turned[j * inputs + i] = weights[i * neurons + j]!;
    }
    return { kind: 'inputWeights', runId, step, neurons, inputs, shape, weights: turned, biases: biases.slice() };
  },
};
