import { checkInteger, isNumberList } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/** Most classes. */
export const mostClasses = 65_536;

/**
 * Class numbers as targets, row-major [rows × classes]: 1 in the column of the row's class, 0 elsewhere.
 * @param labels a whole number from 0 to classes − 1 each; at least one
 * @param classes 1 to 65,536; rows × classes is at most 2²⁸
 * @throws `invalid-option`, `invalid-input` or `too-large`
 */
export function oneHot(labels: ArrayLike<number>, classes: number): Float32Array {
  checkInteger(classes, 'classes', 1, mostClasses);
  refuseTexts(labels);
  if (!isNumberList(labels) || labels.length === 0) {
    throw new NeuroglowError(
      'invalid-input',
      `labels: expected an array of class numbers, got ${show(labels)}; pass at least one.`,
    );
  }
  if (labels.length * classes > 0x1000_0000) {
    throw new NeuroglowError(
      'too-large',
      `labels: expected at most 268435456 targets, got ${labels.length} × ${classes}; use fewer rows or classes.`,
    );
  }
  const targets = new Float32Array(labels.length * classes);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    checkInteger(label, `labels[${row}]`, 0, classes - 1, 'invalid-input');
    targets[row * classes + label] = 1;
  }
  return targets;
}

function refuseTexts(labels: unknown): void {
  if (!Array.isArray(labels)) return;
  const index = labels.findIndex((label) => typeof label === 'string');
  if (index < 0) return;
  const text = labels[index] as string;
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  throw new NeuroglowError(
    'invalid-input',
    `labels[${index}]: expected a class number, got ${show(text)}; convert them: labels.map(${isNumber ? 'Number' : '(label) => classNames.indexOf(label)'}).`,
  );
}
