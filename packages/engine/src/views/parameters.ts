import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { requireLayers } from './requirements.js';

/**
 * All parameters of the network, or those of some layers. To save trained weights:
 * `writeWeightsJson(networkOf(source.network, (await source.read({ kind: 'parameters' })).parameters))`.
 */
export interface ParametersView {
  readonly kind: 'parameters';
  /** Only these layers, so that nothing is read that is not shown. Default: all. */
  readonly layers?: readonly number[];
}

export interface ParametersFrame extends FrameBase<'parameters'> {
  /** W and b of the requested layers, in the network's order. */
  readonly parameters: Float32Array;
  /** [l]: views into `parameters`; empty at l = 0 and for layers that were not requested. */
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
