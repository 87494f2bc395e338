import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import type { Network } from '../../../packages/engine/src/core/network.js';

/** XOR by relu: h₁ = relu(x + y), h₂ = relu(x + y − 1), output h₁ − 2h₂; every number can be worked out by hand. */
export const xorNetwork: Network = createNetwork({
  layers: [2, 2, 1],
  activation: 'relu',
  outputActivation: 'linear',
  parameters: [1, 1, 1, 1, 0, -1, 1, -2, 0],
});

export const xorData: Dataset = {
  inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  targets: Float32Array.of(0, 1, 1, 0),
  rows: 4,
};
