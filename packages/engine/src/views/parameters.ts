import { layersOf } from '../core/describe.js';
import type { ViewDefinition } from './context.js';

/** All parameters, copied at one step. */
export const parametersView: ViewDefinition<'parameters'> = {
  kind: 'parameters',
  sort: 'state',
  fields: [],

  validate() {
    // Every source has parameters.
  },

  compute(_view, context) {
    const { network, runId, step } = context;
    const parameters = context.copyParameters();
    const layers = layersOf(network, parameters).map(({ weights, biases }) => ({ weights, biases }));
    return { kind: 'parameters', runId, step, parameters, layers };
  },
};
