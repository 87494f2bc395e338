import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { requireLayers } from './requirements.js';

/**
 * All parameters of the network. `layers[l]` views into `parameters`, empty at l = 0 and where it was not asked for. Reading it is how trained weights are had:
 * `writeWeightsJson(networkOf(source.network, (await source.read({ kind: 'parameters' })).parameters))`.
 */
export interface ParametersView {
  readonly kind: 'parameters';
  /** Only those of these layers, so that nothing is read that is not shown. Default: all. */
  readonly layers?: readonly number[];
}

export interface ParametersFrame extends FrameBase<'parameters'> {
  /** Of the layers asked for, one after the other. */
  readonly parameters: Float32Array;
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

export const parametersView: StateViewDefinition<ParametersView, 'parameters'> = {
  kind: 'parameters',
  sort: 'state',
  fields: ['layers'],

  needs({ layers }, has) {
    requireLayers(layers, has);
    return { parameters: { layers: layers ?? 'all', owned: true } };
  },
};

export const computeParameters: ComputeView<typeof parametersView, ParametersFrame> = (
  _view,
  { parameters: { flat, layers } },
  { runId, step },
) => {
  return { kind: 'parameters', runId, step, parameters: flat, layers };
};
