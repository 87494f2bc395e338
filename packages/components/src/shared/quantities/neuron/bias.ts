import { signedRule } from '../../domain.js';
import { defineNeuronQuantity } from '../quantity.js';

/** b: the same for every input. */
export const bias = defineNeuronQuantity({
  name: 'bias',
  label: 'bias',
  needs: () => [{ view: { kind: 'parameters' } }],
  values: ([{ layers }], layer) => layers[layer]?.biases ?? null,
  domain: () => signedRule,
  isShared: true,
  // Every tooltip and every spoken name has it already.
  words: ({ label }) => ({ legend: label, tooltip: null }),
});
