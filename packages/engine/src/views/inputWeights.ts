import { pictureShape } from '../core/pictureShape.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';

/** The weights into the first hidden layer, one picture per neuron. */
export interface InputWeightsView {
  readonly kind: 'inputWeights';
}

export interface InputWeightsFrame extends FrameBase<'inputWeights'> {
  readonly neurons: number;
  readonly inputs: number;
  /** [rows, columns] of the input layer if it has such a shape. */
  readonly shape: readonly [number, number] | null;
  /** [neurons × inputs]: neuron-major, ready to draw. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export const inputWeightsView: StateViewDefinition<InputWeightsView, 'parameters'> = {
  kind: 'inputWeights',
  sort: 'state',
  fields: [],

  needs() {
    return { parameters: { layers: [1] } };
  },
};

export const computeInputWeights: ComputeView<typeof inputWeightsView, InputWeightsFrame> = (
  _view,
  { parameters },
  { network, runId, step },
) => {
  const { neurons: inputs } = network.layers[0]!;
  const shape = pictureShape(network.layers[0]!.shape);
  const { weights, biases } = parameters.layers[1]!;
  const neurons = biases.length;
  const turned = new Float32Array(weights.length);
  for (let i = 0; i < inputs; i++) {
    for (let j = 0; j < neurons; j++) turned[j * inputs + i] = weights[i * neurons + j]!;
  }
  return { kind: 'inputWeights', runId, step, neurons, inputs, shape, weights: turned, biases: biases.slice() };
};
