import { backwardOfBatch } from './backwardPass.js';
import type { ViewDefinition } from './context.js';
import { requireBatches, requireCost } from './requirements.js';

/** ‖∂C/∂θ‖₂ of each layer and of the whole network, for the latest batch. */
export const gradientNormsView: ViewDefinition<'gradientNorms'> = {
  kind: 'gradientNorms',
  sort: 'state',
  fields: [],

  validate(_view, capabilities) {
    requireBatches(capabilities);
    requireCost(capabilities);
  },

  compute(_view, context) {
    const { gradients } = backwardOfBatch(context);
    const squares = gradients.layers.map(({ weights, biases }) => sumOfSquares(weights) + sumOfSquares(biases));
    return {
      kind: 'gradientNorms',
      runId: context.runId,
      step: context.step,
      layers: Float64Array.from(squares, Math.sqrt),
      total: Math.sqrt(squares.reduce((sum, square) => sum + square, 0)),
    };
  },
};

function sumOfSquares(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
