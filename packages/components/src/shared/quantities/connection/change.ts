import { spreadRule } from '../../domain.js';
import { difference } from '../difference.js';
import { defineConnectionQuantity } from '../quantity.js';

/** w now − w at an earlier step. */
export const change = defineConnectionQuantity({
  name: 'change',
  label: 'change of weight',
  needs({ since }) {
    const view = { kind: 'parameters' } as const;
    return [{ view }, { view, at: since }];
  },
  values: ([now, before], layer) => difference(now.layers[layer]?.weights, before.layers[layer]?.weights),
  domain: () => spreadRule,
  words: ({ label, context, messages, format }) => ({ legend: `${label} ${messages.since(context.since, format)}` }),
});
