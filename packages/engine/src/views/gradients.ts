import { backwardOfBatch, backwardOfInput } from './backwardPass.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { InputReference } from './references.js';
import { requireCost, requireData, requireTarget } from './requirements.js';

/**
 * ∂C/∂z, ∂C/∂w, ∂C/∂b (without penalty), of one row or averaged over the latest step's batch at the current parameters.
 * A single input must be a row of a data set, because a cost needs a target.
 */
export interface GradientsView {
  readonly kind: 'gradients';
  readonly of: InputReference | 'batch';
}

export interface GradientsFrame extends FrameBase<'gradients'> {
  readonly of: 'sample' | 'batch';
  readonly rows: number;
  readonly cost: number;
  /** [l][neuron]; empty at l = 0. For a batch: the mean over its rows of each row's own δ (C's 1/rows taken once). */
  readonly deltas: readonly Float32Array[];
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

export const gradientsView: StateViewDefinition<GradientsView, 'parameters', 'batch'> = {
  kind: 'gradients',
  sort: 'state',
  fields: ['of'],

  needs({ of }, has) {
    if (of === 'batch') requireData('training', has);
    else requireTarget(of, has, 'of');
    requireCost(has);
    return { parameters: { layers: 'all' }, ...(of === 'batch' && { batch: true }) };
  },
};

export const computeGradients: ComputeView<typeof gradientsView, GradientsFrame> = (
  { of },
  { parameters: { flat }, batch },
  setting,
) => {
  const { gradients, rows } =
    of === 'batch'
      ? backwardOfBatch(setting, flat, batch!)
      : { gradients: backwardOfInput(setting, flat, of), rows: 1 };
  const layers = gradients.layers.map(({ weights, biases }) => ({ weights, biases }));
  return {
    kind: 'gradients',
    runId: setting.runId,
    step: setting.step,
    of: of === 'batch' ? 'batch' : 'sample',
    rows,
    cost: gradients.cost,
    // C averages over rows, and ∂C/∂b = Σᵣ ∂C/∂zᵣ: the mean of the rows' own δ.
    deltas: layers.map(({ biases }) => biases.slice()),
    layers,
  };
};
