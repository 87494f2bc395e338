import { backwardOfBatch, backwardOfInput } from './backwardPass.js';
import type { ViewDefinition } from './definition.js';
import { requireCost, requireData, requireTarget } from './requirements.js';

/** ∂C/∂z, ∂C/∂w and ∂C/∂b of one row or of the latest batch. */
export const gradientsView: ViewDefinition<'gradients', 'parameters', 'batch'> = {
  kind: 'gradients',
  sort: 'state',
  fields: ['of'],

  needs({ of }, has) {
    if (of === 'batch') requireData('training', has);
    else requireTarget(of, has, 'of');
    requireCost(has);
    return { parameters: { layers: 'all' }, ...(of === 'batch' && { batch: true }) };
  },

  compute({ of }, { parameters: { flat }, batch }, setting) {
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
  },
};
