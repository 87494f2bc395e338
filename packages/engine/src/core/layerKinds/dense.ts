import type { LayerKindDefinition } from './layerKind.js';

/** a = f(W·x + b): every neuron is connected to every neuron of its input. The only kind that the engine trains. */
export const dense: LayerKindDefinition<object> = {
  inputs: [1, 1],
  options: () => ({}),
  shapeFrom: () => null,
};
