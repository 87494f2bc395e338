import { parameterLayout } from '../core/describe.js';
import type { NetworkDescription } from '../core/network.js';
import type { ViewContext } from './context.js';
import { chooses, type Given, type GivenParameters, type LayerChoice, type Needs } from './needs.js';
import { forwardInChunks } from './rows.js';

/** Meets the needs of a view that the context supports, here and now. */
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
    ...(scalars && { scalars: context.scalars!() }),
  };
}

function parametersOf(context: ViewContext, layers: LayerChoice, owned: boolean): GivenParameters {
  const { network } = context;
  if (layers !== 'all') return chosenParameters(context.parameters, network, layers);
  return chosenParameters(owned ? context.copyParameters() : context.parameters, network, 'all');
}

/** Of flat parameters those of some layers, copied together; of all layers views into them. */
export function chosenParameters(
  parameters: Float32Array,
  network: NetworkDescription,
  layers: LayerChoice,
): GivenParameters {
  const all = parameterLayout(network).layers;
  const none = new Float32Array(0);
  const flat =
    layers === 'all'
      ? parameters
      : new Float32Array(
          all.reduce(
            (sum, { weights, biases }, l) => sum + (chooses(layers, l) ? weights.length + biases.length : 0),
            0,
          ),
        );
  let at = 0;
  const take = ({ offset, length }: { readonly offset: number; readonly length: number }): Float32Array => {
    if (layers === 'all') return flat.subarray(offset, offset + length);
    flat.set(parameters.subarray(offset, offset + length), at);
    at += length;
    return flat.subarray(at - length, at);
  };
  return {
    flat,
    layers: all.map(({ weights, biases }, l) =>
      chooses(layers, l) ? { weights: take(weights), biases: take(biases) } : { weights: none, biases: none },
    ),
  };
}
