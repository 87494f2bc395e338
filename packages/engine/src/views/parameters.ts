import type { ViewDefinition } from './definition.js';
import { requireLayers } from './requirements.js';

/** All parameters, or those of some layers, copied at one step. */
export const parametersView: ViewDefinition<'parameters', 'parameters'> = {
  kind: 'parameters',
  sort: 'state',
  fields: ['layers'],

  needs({ layers }, has) {
    requireLayers(layers, has);
    return { parameters: { layers: layers ?? 'all', owned: true } };
  },

  compute(_view, { parameters: { flat, layers } }, { runId, step }) {
    return { kind: 'parameters', runId, step, parameters: flat, layers };
  },
};
