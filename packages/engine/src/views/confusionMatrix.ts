import { winnerOf } from '../core/accuracy.js';
import { NeuroglowError } from '../core/error.js';
import type { ViewDefinition } from './definition.js';
import { requireCount, requireData, requireNetwork } from './requirements.js';
import { sampleRows } from './rows.js';

/** Which class was taken for which. */
export const confusionMatrixView: ViewDefinition<'confusionMatrix', 'activations'> = {
  kind: 'confusionMatrix',
  sort: 'state',
  fields: ['of', 'rows'],

  needs(view, has) {
    const { of = has.validation ? 'validation' : 'training', rows = Infinity } = view;
    const { targets } = requireData(of, has);
    requireCount(view.rows, 'rows', 1, 0xffffffff);
    if (targets !== 'oneHot') {
      throw new NeuroglowError(
        'unsupported',
        'A confusion matrix needs classes: targets with one 1 a row and 0 elsewhere. These are other numbers; look at the cost instead.',
      );
    }
    const { layers } = requireNetwork(has);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: [layers.length - 1] } };
  },

  compute(_view, { activations: { sample, visit } }, { network, runId, step }) {
    const dataset = sample.dataset!;
    const { rows: chosen } = sample;
    const classes = network.layers.at(-1)!.neurons;
    const counts = new Uint32Array(classes * classes);
    visit((chunk, start) => {
      const answers = chunk.activations.at(-1)!;
      for (let row = 0; row < chunk.rows; row++) {
        const truth = winnerOf(dataset.targets, chosen[start + row]! * classes, classes);
        counts[truth * classes + winnerOf(answers, row * classes, classes)]!++;
      }
    });
    return {
      kind: 'confusionMatrix',
      runId,
      step,
      classes,
      classNames: dataset.classNames ?? network.layers.at(-1)!.labels,
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
