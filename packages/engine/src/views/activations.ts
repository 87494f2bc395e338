import type { ViewDefinition } from './definition.js';
import { chooses, type LayerChoice } from './needs.js';
import { requireInput, requireLayers } from './requirements.js';
import { resolveInput, sampleInput } from './rows.js';

/** z and a of every neuron for one input. */
export const activationsView: ViewDefinition<'activations', 'activations'> = {
  kind: 'activations',
  sort: 'state',
  fields: ['input', 'layers'],

  needs({ input, layers }, has) {
    requireInput(input, has);
    requireLayers(layers, has);
    return { activations: { rows: (setting) => sampleInput(input, setting), layers: layers ?? 'all' } };
  },

  compute({ input, layers }, { activations }, setting) {
    const { runId, step } = setting;
    const chosen: LayerChoice = layers ?? 'all';
    const copy = (values: readonly Float32Array[]): Float32Array[] =>
      values.map((of, l) => (chooses(chosen, l) ? of.slice() : new Float32Array(0)));
    let passed: { readonly z: Float32Array[]; readonly a: Float32Array[] } = { z: [], a: [] };
    activations.visit((chunk) => {
      passed = { z: copy(chunk.preActivations), a: copy(chunk.activations) };
    });
    const { target } = resolveInput(input, setting);
    return { kind: 'activations', runId, step, preActivations: passed.z, activations: passed.a, target };
  },
};
