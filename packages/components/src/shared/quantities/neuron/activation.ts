import { activationRule } from '../../domain.js';
import { defineNeuronQuantity } from '../quantity.js';

/** a = f(z) for the input looked at. */
export const activation = defineNeuronQuantity({
  name: 'activation',
  label: 'activation',
  needs: ({ input }) => input && [{ view: { kind: 'activations', input } }],
  values: ([{ activations }], layer) => activations[layer] ?? null,
  colors: 'activation',
  domain: (layer) => activationRule(layer.activation),
  // Every tooltip and every spoken name has it already.
  words: ({ label }) => ({ legend: label, tooltip: null }),
});
