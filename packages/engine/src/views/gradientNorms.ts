import { backwardOfBatch } from './backwardPass.js';
import type { ViewDefinition } from './definition.js';
import { requireCost, requireData } from './requirements.js';

/** ‖∂C/∂θ‖₂ of each layer and of the whole network, for the latest batch. */
export const gradientNormsView: ViewDefinition<'gradientNorms', 'parameters' | 'batch'> = {
  kind: 'gradientNorms',
  sort: 'state',
  fields: [],

  needs(_view, has) {
    requireData('training', has);
    requireCost(has);
    return { parameters: { layers: 'all' }, batch: true };
  },

  compute(_view, { parameters, batch }, setting) {
    const { gradients } = backwardOfBatch(setting, parameters.flat, batch);
    const squares = gradients.layers.map(({ weights, biases }) => sumOfSquares(weights) + sumOfSquares(biases));
    return {
      kind: 'gradientNorms',
      runId: setting.runId,
      step: setting.step,
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
