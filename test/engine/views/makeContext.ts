import { forward } from '../../../packages/engine/src/core/forward.js';
import { copyLayers } from '../../../packages/engine/src/core/layerParameters.js';
import type { Network } from '../../../packages/engine/src/core/network.js';
import type { ViewContext } from '../../../packages/engine/src/views/context.js';

/** A context at step 7 of run "run" around a network, by `core/`. */
export function makeContext(network: Network, extra: Partial<ViewContext> = {}): ViewContext {
  return {
    network,
    parameters: network.parameters,
    runId: 'run',
    step: 7,
    cost: 'meanSquaredError',
    training: null,
    validation: null,
    probes: [],
    forward: (inputs, rows) => forward(network, inputs, rows),
    copyParameters: (layers) =>
      layers === 'all' ? network.parameters.slice() : copyLayers(network.parameters, network, layers),
    latestBatch: () => null,
    scalars: null,
    ...extra,
  };
}
