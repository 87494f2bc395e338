import { backwardOfBatch } from './backwardPass.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { requireCost, requireData } from './requirements.js';

/** ‖∂C/∂θ‖₂ per layer and in total, of the latest step's batch at the current parameters. */
export interface GradientNormsView {
  readonly kind: 'gradientNorms';
}

export interface GradientNormsFrame extends FrameBase<'gradientNorms'> {
  /** [l]; 0 at l = 0. Weights and biases together. */
  readonly layers: Float64Array;
  readonly total: number;
}

export const gradientNormsView: StateViewDefinition<GradientNormsView, 'parameters' | 'batch'> = {
  kind: 'gradientNorms',
  sort: 'state',
  fields: [],

  needs(_view, has) {
    requireData('training', has);
    requireCost(has);
    return { parameters: { layers: 'all' }, batch: true };
  },
};

export const computeGradientNorms: ComputeView<typeof gradientNormsView, GradientNormsFrame> = (
  _view,
  { parameters, batch },
  setting,
) => {
  const { gradients } = backwardOfBatch(setting, parameters.flat, batch);
  const squares = gradients.layers.map(({ weights, biases }) => sumOfSquares(weights) + sumOfSquares(biases));
  return {
    kind: 'gradientNorms',
    runId: setting.runId,
    step: setting.step,
    layers: Float64Array.from(squares, Math.sqrt),
    total: Math.sqrt(squares.reduce((sum, square) => sum + square, 0)),
  };
};

function sumOfSquares(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
