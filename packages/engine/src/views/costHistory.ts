import { NeuroglowError } from '../core/error.js';
import type { CostSeries, ViewDefinition } from './context.js';
import { requireCount } from './requirements.js';
import { thinCosts } from './thinCosts.js';

/** The cost of the run so far, thinned. */
export const costHistoryView: ViewDefinition<'costHistory'> = {
  kind: 'costHistory',
  fields: ['points'],

  validate(view, { history }) {
    requireCount(view.points, 'points', 8, 65_536);
    if (history) return;
    throw new NeuroglowError(
      'unsupported',
      'This source keeps no record of its cost; show the current cost, or use a source that records.',
    );
  },

  compute({ points = 2048 }, { history, runId, step }) {
    const { training, validation } = history!;
    const tested = thinCosts(validation, points);
    return {
      kind: 'costHistory',
      runId,
      step,
      training: pick(training, thinCosts(training, points)),
      validation: {
        ...pick(validation, tested),
        accuracies: Float32Array.from(tested, (i) => validation.accuracies[i]!),
      },
    };
  },
};

function pick({ steps, costs }: CostSeries, kept: Uint32Array): { steps: Float64Array; costs: Float32Array } {
  return { steps: Float64Array.from(kept, (i) => steps[i]!), costs: Float32Array.from(kept, (i) => costs[i]!) };
}
