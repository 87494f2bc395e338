import { defineNeuronQuantity } from '../quantity.js';

/** Share of rows for which a neuron fires. */
export const firingRate = defineNeuronQuantity({
  name: 'firingRate',
  label: 'firing rate',
  needs: () => [{ view: { kind: 'firingRates' } }],
  values: ([{ rates }], layer) => rates[layer] ?? null,
  domain: () => ({ kind: 'fixed', domain: [0, 1] }),
});
