import { winnerOf } from '../core/accuracy.js';
import type { Dataset } from '../core/dataset.js';

/**
 * The kind of a data set's targets: `oneHot`, one class per row (two outputs or more, one of them 1, the rest 0); `binary`, one output that
 * is 0 or 1 in every row, or −1 or 1 in every row; `values`, anything else.
 */
export type TargetKind = 'oneHot' | 'binary' | 'values';

const known = new WeakMap<Dataset, TargetKind>();

/** Reads all targets once per data set. */
export function targetKind(dataset: Dataset): TargetKind {
  let kind = known.get(dataset);
  if (kind === undefined) {
    kind = findTargetKind(dataset);
    known.set(dataset, kind);
  }
  return kind;
}

function findTargetKind({ targets, rows }: Dataset): TargetKind {
  const outputs = targets.length / rows;
  if (outputs === 1) {
    const low = targets.includes(-1) ? -1 : 0;
    return targets.every((target) => target === low || target === 1) ? 'binary' : 'values';
  }
  for (let row = 0; row < rows; row++) {
    let ones = 0;
    for (let j = 0; j < outputs; j++) {
      const target = targets[row * outputs + j];
      if (target === 1) ones++;
      else if (target !== 0) return 'values';
    }
    if (ones !== 1) return 'values';
  }
  return 'oneHot';
}

/** The class of a row: its target's winner; for one output, 1 if the target is ≥ ½. null if the targets are not classes. */
export function classOf(dataset: Dataset, row: number): number | null {
  const kind = targetKind(dataset);
  if (kind === 'values') return null;
  const outputs = dataset.targets.length / dataset.rows;
  if (kind === 'binary') return dataset.targets[row]! >= 0.5 ? 1 : 0;
  return winnerOf(dataset.targets, row * outputs, outputs);
}
