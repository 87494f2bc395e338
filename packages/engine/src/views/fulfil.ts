import { parameterLayout, type Stretch } from '../core/describe.js';
import type { NetworkDescription } from '../core/network.js';
import type { ViewContext } from './context.js';
import { chooses, type LayerChoice } from './layerChoice.js';
import type { Given, GivenParameters, Needs } from './needs.js';
import { forwardInChunks } from './rows.js';

/** Meets the needs of a view that the context supports, synchronously. */
export function fulfilHere(needs: Needs, context: ViewContext): Given {
  const { parameters, activations, batch, scalars } = needs;
  const sample = activations?.rows(context);
  return {
    ...(parameters && { parameters: parametersOf(context, parameters.layers, parameters.owned === true) }),
    ...(sample && {
      activations: {
        sample,
        visit: (see) => forwardInChunks(context, sample.inputs, sample.rows.length, see),
      },
    }),
    ...(batch && { batch: context.latestBatch()! }),
    ...(scalars && { scalars: context.scalars!(scalars) }),
  };
}

function parametersOf(context: ViewContext, layers: LayerChoice, owned: boolean): GivenParameters {
  const isOwn = owned || layers !== 'all';
  return layerParameters(isOwn ? context.copyParameters(layers) : context.parameters, context.network, layers);
}

/** Views of each layer into the flat parameters of the chosen layers. */
export function layerParameters(flat: Float32Array, network: NetworkDescription, layers: LayerChoice): GivenParameters {
  const none = new Float32Array(0);
  let at = 0;
  const take = ({ length }: Stretch): Float32Array => flat.subarray(at, (at += length));
  return {
    flat,
    layers: parameterLayout(network).layers.map(({ weights, biases }, l) =>
      chooses(layers, l) ? { weights: take(weights), biases: take(biases) } : { weights: none, biases: none },
    ),
  };
}
