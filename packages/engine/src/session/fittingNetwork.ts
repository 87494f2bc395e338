import { checkSeed } from '../core/check.js';
import { networkOf } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import { checkNetwork } from '../core/forward.js';
import { checkInitializer } from '../core/initialize.js';
import type { Network } from '../core/network.js';
import { validateConfiguration } from '../core/validateConfiguration.js';
import type { TrainingSetup } from './trainingSetup.js';

/**
 * Checks and copies a network for another run of a session. All its runs share its data, so their networks have the same inputs and outputs.
 * @throws `invalid-network` or `invalid-cost`
 */
export function fittingNetwork(next: Network, { configuration }: TrainingSetup): Network {
  checkNetwork(next);
  const { neurons: inputs } = configuration.network.layers[0]!;
  const { neurons: outputs } = configuration.network.layers.at(-1)!;
  const { neurons: nextInputs } = next.layers[0]!;
  const { neurons: nextOutputs } = next.layers.at(-1)!;
  if (nextInputs !== inputs || nextOutputs !== outputs) {
    throw new NeuroglowError(
      'invalid-network',
      `network: expected ${inputs} inputs and ${outputs} outputs, as the session's data has, got ${nextInputs} and ${nextOutputs}; create another session for other data.`,
    );
  }
  const { network, parameters } = validateConfiguration({
    ...configuration,
    network: next,
    parameters: next.parameters,
  });
  const { initializer, seed } = next;
  if ((initializer as unknown) !== null) checkInitializer(initializer);
  checkSeed(seed, 'network.seed');
  return networkOf(network, parameters, initializer, seed);
}
