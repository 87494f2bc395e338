import { weightRule } from '../../domain.js';
import { defineConnectionQuantity } from '../quantity.js';

/** w·a: what flows for the input looked at. */
export const contribution = defineConnectionQuantity({
  name: 'contribution',
  label: 'contribution w·a',
  needs: ({ input }) => input && [{ view: { kind: 'parameters' } }, { view: { kind: 'activations', input } }],
  values: ([{ layers }], layer) => layers[layer]?.weights ?? null,
  carried: ([, { activations }], layer) => activations[layer] ?? null,
  domain: ({ neurons }, inputs) => weightRule(inputs, neurons),
});
