import {
  forward,
  networkOf,
  type ActivationsFrame,
  type NetworkDescription,
  type ParametersFrame,
} from '@neuroglow/engine';

/** The activations that an input has with the parameters of a past step. */
export function pastActivations(
  network: NetworkDescription,
  { runId, step, parameters }: ParametersFrame,
  now: ActivationsFrame,
): ActivationsFrame {
  const input = now.activations[0]!.slice();
  const { activations, preActivations } = forward(networkOf(network, parameters), input);
  return { kind: 'activations', runId, step, activations, preActivations, target: now.target };
}
