import { checkInteger, checkSeed } from './check.js';
import { descriptionOf, networkOf } from './createNetwork.js';
import { mostParameters } from './describe.js';
import { checkNetwork } from './forward.js';
import { drawParameters } from './initialize.js';
import { keepWeights } from './keepWeights.js';
import type { LayerDescription, Network } from './network.js';
import { checkDescription } from './validateNetwork.js';

/**
 * A network whose hidden layer `layer` has that many neurons. Remaining neurons keep their weights and bias, in and out; new
 * ones are drawn from `seed` by the network's initializer (glorot where it has none). A changed size drops the layer's shape and labels.
 * @throws `invalid-option` for a layer that is not hidden, or a size below 1; `too-large` beyond 2²⁶ parameters.
 */
export function resizeLayer(network: Network, layer: number, neurons: number, seed: number = network.seed): Network {
  checkNetwork(network);
  checkInteger(layer, 'layer (a hidden one)', 1, network.layers.length - 2);
  checkInteger(neurons, 'neurons', 1, mostParameters);
  checkSeed(seed);
  const before = descriptionOf(network);
  const after = checkDescription({
    layers: before.layers.map((one, l) => (l === layer ? resized(one, neurons) : one)),
  });
  const parameters = drawParameters(after, network.initializer ?? { kind: 'glorot' }, seed);
  return keepWeights(network, networkOf(after, parameters, network.initializer, network.seed));
}

function resized(layer: LayerDescription, neurons: number): LayerDescription {
  return layer.neurons === neurons ? layer : { ...layer, neurons, shape: [neurons], labels: null };
}
