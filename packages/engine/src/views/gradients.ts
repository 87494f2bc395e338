import { backwardOfBatch, backwardOfInput } from './backwardPass.js';
import type { ViewDefinition } from './context.js';
import { requireBatches, requireCost, requireTarget } from './requirements.js';

/** ∂C/∂z, ∂C/∂w and ∂C/∂b of one row or of the latest batch. */
export const gradientsView: ViewDefinition<'gradients'> = {
  kind: 'gradients',
  sort: 'state',
  fields: ['of'],

  validate(view, capabilities) {
    if (view.of === 'batch') requireBatches(capabilities);
    else requireTarget(view.of, capabilities, 'of');
    requireCost(capabilities);
  },

  compute({ of }, context) {
    const { gradients, rows } =
      of === 'batch' ? backwardOfBatch(context) : { gradients: backwardOfInput(context, of), rows: 1 };
    const layers = gradients.layers.map(({ weights, biases }) => ({ weights, biases }));
    return {
      kind: 'gradients',
      runId: context.runId,
      step: context.step,
      of: of === 'batch' ? 'batch' : 'sample',
      rows,
      cost: gradients.cost,
      // C averages over rows, and ∂C/∂b = Σᵣ ∂C/∂zᵣ: the mean of the rows' own δ.
      deltas: layers.map(({ biases }) => biases.slice()),
      layers,
    };
  },
};
