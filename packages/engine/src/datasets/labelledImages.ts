import { checkFinite, checkInteger, checkNumber, checkObject, checkOptions, isNumberList } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { mostClasses, oneHot } from './oneHot.js';

/** An array of any number of dimensions, the slowest first, as `readIdx` gives it. */
export interface ShapedArray {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

export interface LabelledImagesOptions {
  /** Default "0", "1", … up to the largest label. */
  readonly classNames?: readonly string[];
  /** The value that becomes 1. Default 255. */
  readonly white?: number;
}

/**
 * Pictures and their labels, such as MNIST's two files, as a data set: one row per picture, pixels divided by `white`, labels one-hot.
 * @param images of shape [n, …]
 * @param labels of shape [n], whole numbers from 0 on
 * @throws `invalid-dataset` where the two do not fit together; `invalid-option`, `invalid-input`, `not-finite`
 * @example labelledImages(await readIdx(images), await readIdx(labels))
 */
export function labelledImages(images: ShapedArray, labels: ShapedArray, options: LabelledImagesOptions = {}): Dataset {
  const pixels = checkShaped(images, 'images');
  const rows = checkShaped(labels, 'labels');
  checkOptions(options, 'options', ['classNames', 'white']);
  const { white = 255 } = options;
  checkNumber(white, 'white', 'a number > 0', (value) => value > 0);
  if (labels.shape.length !== 1 || images.shape[0] !== rows || pixels < rows) {
    throw new NeuroglowError(
      'invalid-dataset',
      `images and labels: expected [n, …] images and [n] labels, got [${images.shape.join(', ')}] and [${labels.shape.join(', ')}]; pass the two files of one data set, images first.`,
    );
  }
  const classNames = options.classNames === undefined ? namesOf(labels.values) : copyNames(options.classNames);
  const targets = oneHot(labels.values, classNames.length);
  const inputs = Float32Array.from(images.values, (value) => value / white);
  checkFinite(inputs, 'images');
  return { inputs, targets, rows, classNames };
}

/** "0", "1", … up to the largest label. A file may hold any integer, so the largest is checked before that many names are made. */
function namesOf(labels: ArrayLike<number>): string[] {
  let largest = 0;
  for (let row = 0; row < labels.length; row++) {
    checkInteger(labels[row], `labels.values[${row}]`, 0, mostClasses - 1, 'invalid-input');
    largest = Math.max(largest, labels[row]!);
  }
  return Array.from({ length: largest + 1 }, (_, label) => String(label));
}

function copyNames(names: unknown): string[] {
  const copy = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  if (copy.length > 0 && copy.length === (names as unknown[]).length) return copy;
  throw new NeuroglowError(
    'invalid-option',
    `classNames: expected an array of strings, got ${show(names)}; give a name for each class or leave them out.`,
  );
}

/** Throws unless an array fills its shape; returns its number of values. */
function checkShaped(array: ShapedArray, name: string): number {
  checkObject(array, name, 'invalid-dataset');
  const { shape, values } = array as { readonly shape: unknown; readonly values: unknown };
  const sides: readonly unknown[] = Array.isArray(shape) ? shape : [];
  const product = sides.reduce<number>((sum, side) => sum * (typeof side === 'number' ? side : NaN), 1);
  if (sides.length > 0 && isNumberList(values) && values.length === product && product > 0) return product;
  throw new NeuroglowError(
    'invalid-dataset',
    `${name}: expected { shape, values } with as many values as the shape says, got ${show(values)} for [${sides.map(show).join(', ')}]; pass what readIdx gave.`,
  );
}
