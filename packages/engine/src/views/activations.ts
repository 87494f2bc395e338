import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { chooses, type LayerChoice } from './layerChoice.js';
import type { InputReference } from './references.js';
import { requireInput, requireLayers } from './requirements.js';
import { resolveInput, sampleInput } from './rows.js';

/** z and a of every neuron for one input. */
export interface ActivationsView {
  readonly kind: 'activations';
  readonly input: InputReference;
  /** Only these layers. Default: all. */
  readonly layers?: readonly number[];
}

export interface ActivationsFrame extends FrameBase<'activations'> {
  /** [l][neuron]; index 0 holds the input in both; empty for layers that were not requested. */
  readonly preActivations: readonly Float32Array[];
  readonly activations: readonly Float32Array[];
  /** The row's target if the input is a row of a data set. */
  readonly target: Float32Array | null;
}

export const activationsView: StateViewDefinition<ActivationsView, 'activations'> = {
  kind: 'activations',
  sort: 'state',
  fields: ['input', 'layers'],

  needs({ input, layers }, has) {
    requireInput(input, has);
    requireLayers(layers, has);
    return { activations: { rows: (setting) => sampleInput(input, setting), layers: layers ?? 'all' } };
  },
};

export const computeActivations: ComputeView<typeof activationsView, ActivationsFrame> = (
  { input, layers },
  { activations },
  setting,
) => {
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
};
