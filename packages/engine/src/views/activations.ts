import type { ViewDefinition } from './context.js';
import { requireInput } from './requirements.js';
import { resolveInput } from './rows.js';

/** z and a of every neuron for one input. */
export const activationsView: ViewDefinition<'activations'> = {
  kind: 'activations',
  sort: 'state',
  fields: ['input'],

  validate(view, capabilities) {
    requireInput(view.input, capabilities);
  },

  compute(view, context) {
    const { input, target } = resolveInput(view.input, context);
    const passed = context.forward(input, 1);
    return {
      kind: 'activations',
      runId: context.runId,
      step: context.step,
      preActivations: passed.preActivations.map((z) => z.slice()),
      activations: passed.activations.map((a) => a.slice()),
      target,
    };
  },
};
