import { signedRule } from '../../domain.js';
import { defineNeuronQuantity } from '../quantity.js';

/** δ = ∂C/∂z, of the input looked at or averaged over the latest batch. */
export const gradient = defineNeuronQuantity({
  name: 'gradient',
  label: 'gradient δ = ∂C/∂z',
  needs({ input, gradientOf }) {
    const of = gradientOf === 'batch' ? 'batch' : input;
    return of && [{ view: { kind: 'gradients', of } }];
  },
  values: ([{ deltas }], layer) => deltas[layer] ?? null,
  domain: () => signedRule,
  isShared: true,
  arithmetic: 'backward',
  words: ({ label, context, messages }) => ({
    legend: `${label} ${messages.gradientOf[context.gradientOf]}`,
    tooltip: label,
  }),
});
