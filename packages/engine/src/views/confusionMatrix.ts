import { winnerOf } from '../core/accuracy.js';
import { NeuroglowError } from '../core/error.js';
import type { ViewDefinition } from './context.js';
import { requireCount, requireData } from './requirements.js';
import { forwardInChunks, sampleDataset } from './rows.js';

/** Which class was taken for which. */
export const confusionMatrixView: ViewDefinition<'confusionMatrix'> = {
  kind: 'confusionMatrix',
  sort: 'state',
  fields: ['of', 'rows'],

  validate(view, capabilities) {
    const { targets } = requireData(view.of ?? (capabilities.validation ? 'validation' : 'training'), capabilities);
    requireCount(view.rows, 'rows', 1, 0xffffffff);
    if (targets === 'oneHot') return;
    throw new NeuroglowError(
      'unsupported',
      'A confusion matrix needs classes: targets with one 1 a row and 0 elsewhere. These are other numbers; look at the cost instead.',
    );
  },

  compute({ of, rows: most = Infinity }, context) {
    const dataset = (of ? context[of] : (context.validation ?? context.training))!;
    const { inputs, rows: chosen } = sampleDataset(dataset, most);
    const classes = context.network.layers.at(-1)!.neurons;
    const counts = new Uint32Array(classes * classes);
    forwardInChunks(context, inputs, chosen.length, (chunk, start) => {
      const answers = chunk.activations.at(-1)!;
      for (let row = 0; row < chunk.rows; row++) {
        const truth = winnerOf(dataset.targets, chosen[start + row]! * classes, classes);
        counts[truth * classes + winnerOf(answers, row * classes, classes)]!++;
      }
    });
    return {
      kind: 'confusionMatrix',
      runId: context.runId,
      step: context.step,
      classes,
      classNames: dataset.classNames ?? context.network.layers.at(-1)!.labels,
      counts,
      ...shares(counts, classes),
      rows: chosen.length,
    };
  },
};

/** Shares answered rightly: the diagonal over the row sums, and over everything. */
function shares(counts: Uint32Array, classes: number): { accuracies: Float32Array; accuracy: number } {
  const accuracies = new Float32Array(classes);
  let right = 0;
  let all = 0;
  for (let truth = 0; truth < classes; truth++) {
    const hits = counts[truth * classes + truth]!;
    const rows = counts.subarray(truth * classes, (truth + 1) * classes).reduce((sum, count) => sum + count, 0);
    accuracies[truth] = hits / rows;
    right += hits;
    all += rows;
  }
  return { accuracies, accuracy: right / all };
}
