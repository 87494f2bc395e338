import { spreadRule } from '../../domain.js';
import { defineConnectionQuantity } from '../quantity.js';

/** ∂C/∂w, of the input looked at or averaged over the latest batch. */
export const gradient = defineConnectionQuantity({
  name: 'gradient',
  label: 'gradient ∂C/∂w',
  needs({ input, gradientOf }) {
    const of = gradientOf === 'batch' ? 'batch' : input;
    return of && [{ view: { kind: 'gradients', of } }];
  },
  values: ([{ layers }], layer) => layers[layer]?.weights ?? null,
  domain: () => spreadRule,
  words: ({ label, context, messages }) => ({ legend: `${label} ${messages.gradientOf[context.gradientOf]}` }),
});
