import { weightRule } from '../../domain.js';
import { defineNeuronQuantity } from '../quantity.js';

/** b: the same for every input. */
export const bias = defineNeuronQuantity({
  name: 'bias',
  label: 'bias',
  needs: () => [{ view: { kind: 'parameters' } }],
  values: ([{ layers }], layer) => layers[layer]?.biases ?? null,
  // As the weights': a bias is a weight whose input is 1.
  domain: ({ neurons }, inputs) => weightRule(inputs, neurons),
  isShared: true,
  // Every tooltip and every spoken name has it already.
  words: ({ label }) => ({ legend: label, tooltip: null }),
});
