import { signedRule } from '../../domain.js';
import { difference } from '../difference.js';
import { defineNeuronQuantity } from '../quantity.js';

/** a now − a at an earlier step, for the same input. */
export const change = defineNeuronQuantity({
  name: 'change',
  label: 'change of activation',
  needs({ input, since }) {
    if (!input) return null;
    const view = { kind: 'activations', input } as const;
    return [{ view }, { view, at: since }];
  },
  values: ([now, before], layer) => difference(now.activations[layer], before.activations[layer]),
  domain: () => signedRule,
  isShared: true,
  words: ({ label, context, messages, format }) => ({
    legend: `${label} ${messages.since(context.since, format)}`,
    tooltip: label,
  }),
});
