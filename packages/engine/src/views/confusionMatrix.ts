import { winnerOf } from '../core/accuracy.js';
import { checkInteger } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import { requireCount, requireData, requireNetwork } from './requirements.js';
import { sampleRows } from './rows.js';

/** Counts of true against answered classes. Needs one-hot targets; the answer is the largest output, the first on a tie. */
export interface ConfusionMatrixView {
  readonly kind: 'confusionMatrix';
  /** Default: the held-out set where there is one, else the training set. */
  readonly of?: 'training' | 'validation';
  /** Most rows to count. Default: all. */
  readonly rows?: number;
  /** Also find the rows of that cell. Default: of none. */
  readonly cell?: readonly [truth: number, answer: number];
}

export interface ConfusionMatrixFrame extends FrameBase<'confusionMatrix'> {
  /** The data set that was looked at. */
  readonly of: 'training' | 'validation';
  readonly classes: number;
  readonly classNames: readonly string[] | null;
  /** [true class × answered class]. */
  readonly counts: Uint32Array;
  /** [classes] share of each true class answered correctly; NaN for a class without rows. */
  readonly accuracies: Float32Array;
  /** Share of all counted rows answered correctly. */
  readonly accuracy: number;
  readonly rows: number;
  /** Indices of the rows of the view's `cell` in their data set, ascending; null where the view names none. */
  readonly samples: Uint32Array | null;
}

export const confusionMatrixView: StateViewDefinition<ConfusionMatrixView, 'activations'> = {
  kind: 'confusionMatrix',
  sort: 'state',
  fields: ['of', 'rows', 'cell'],

  needs(view, has) {
    const { of = has.validation ? 'validation' : 'training', rows = Infinity } = view;
    const { targets } = requireData(of, has);
    requireCount(view.rows, 'rows', 1, 0xffffffff);
    if (targets !== 'oneHot') {
      throw new NeuroglowError(
        'unsupported',
        'A confusion matrix needs classes: targets with a single 1 per row and 0 elsewhere. These targets are other numbers; look at the cost instead.',
      );
    }
    const { layers } = requireNetwork(has);
    if (view.cell !== undefined) requireCell(view.cell, layers.at(-1)!.neurons);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: [layers.length - 1] } };
  },
};

export const computeConfusionMatrix: ComputeView<typeof confusionMatrixView, ConfusionMatrixFrame> = (
  { of, cell },
  { activations: { sample, visit } },
  { network, validation, runId, step },
) => {
  const dataset = sample.dataset!;
  const { rows: chosen } = sample;
  const classes = network.layers.at(-1)!.neurons;
  const counts = new Uint32Array(classes * classes);
  const wanted = cell ? cell[0] * classes + cell[1] : -1;
  const samples: number[] = [];
  visit((chunk, start) => {
    const answers = chunk.activations.at(-1)!;
    for (let row = 0; row < chunk.rows; row++) {
      const truth = winnerOf(dataset.targets, chosen[start + row]! * classes, classes);
      const at = truth * classes + winnerOf(answers, row * classes, classes);
      counts[at]!++;
      if (at === wanted) samples.push(chosen[start + row]!);
    }
  });
  return {
    kind: 'confusionMatrix',
    runId,
    step,
    of: of ?? (validation ? 'validation' : 'training'),
    classes,
    classNames: dataset.classNames ?? network.layers.at(-1)!.labels,
    counts,
    ...shares(counts, classes),
    rows: chosen.length,
    samples: cell ? Uint32Array.from(samples) : null,
  };
};

function requireCell(cell: unknown, classes: number): void {
  if (!Array.isArray(cell) || cell.length !== 2) {
    throw new NeuroglowError(
      'invalid-view',
      `cell: expected [true class, answered class], got ${show(cell)}; write for example [3, 5].`,
    );
  }
  cell.forEach((index: unknown, at) => checkInteger(index, `cell[${at}]`, 0, classes - 1, 'invalid-view'));
}

/** Shares answered correctly: the diagonal over the row sums, and over the total. */
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
