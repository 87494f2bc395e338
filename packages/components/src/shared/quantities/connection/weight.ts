import { weightRule } from '../../domain.js';
import { defineConnectionQuantity } from '../quantity.js';

/** w. */
export const weight = defineConnectionQuantity({
  name: 'weight',
  label: 'weight',
  needs: () => [{ view: { kind: 'parameters' } }],
  values: ([{ layers }], layer) => layers[layer]?.weights ?? null,
  domain: ({ neurons }, inputs) => weightRule(inputs, neurons),
  isEmphasized: true,
});
