import { checkChoice, checkInteger, checkObject } from '../core/check.js';
import { parameterLayout } from '../core/describe.js';
import type { NetworkDescription } from '../core/network.js';
import type { ParameterReference } from '../source/trainingSource.js';

/** Where in the flat parameters a weight or bias lies. @throws `invalid-parameters` */
export function parameterIndex(reference: ParameterReference, network: NetworkDescription): number {
  const code = 'invalid-parameters';
  const given: unknown = reference;
  checkObject(given, 'parameter', code);
  const { kind, layer, neuron, input } = given;
  checkChoice(kind, 'parameter.kind', ['weight', 'bias'] as const, code);
  checkInteger(layer, 'parameter.layer', 1, network.layers.length - 1, code);
  const { neurons } = network.layers[layer]!;
  checkInteger(neuron, 'parameter.neuron', 0, neurons - 1, code);
  const { weights, biases } = parameterLayout(network).layers[layer]!;
  if (kind === 'bias') return biases.offset + neuron;
  checkInteger(input, 'parameter.input', 0, network.layers[layer - 1]!.neurons - 1, code);
  return weights.offset + input * neurons + neuron;
}
