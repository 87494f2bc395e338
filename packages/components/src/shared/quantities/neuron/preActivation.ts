import { signedRule } from '../../domain.js';
import { defineNeuronQuantity } from '../quantity.js';

/** z = w·x + b for the input looked at. */
export const preActivation = defineNeuronQuantity({
  name: 'preActivation',
  label: 'pre-activation',
  needs: ({ input }) => input && [{ view: { kind: 'activations', input } }],
  values: ([{ preActivations }], layer) => preActivations[layer] ?? null,
  colors: 'activation',
  domain: () => signedRule,
  isShared: true,
});
