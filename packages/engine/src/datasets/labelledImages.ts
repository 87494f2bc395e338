import { checkFinite, checkNumber, checkObject } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { oneHot } from './oneHot.js';

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
 * Pictures and their labels, such as MNIST's two files, as a data set: one row a picture, pixels divided by `white`, labels one-hot.
 * @param images of shape [n, …]
 * @param labels of shape [n], whole numbers from 0 on
 * @throws `invalid-dataset` where the two do not fit together; `invalid-option`, `invalid-input`, `not-finite`
 * @example labelledImages(await readIdx(images), await readIdx(labels))
 */
export function labelledImages(images: ShapedArray, labels: ShapedArray, options: LabelledImagesOptions = {}): Dataset {
  const pixels = checkShaped(images, 'images');
  const rows = checkShaped(labels, 'labels');
  checkObject(options, 'options');
  const { classNames: names, white = 255 }: LabelledImagesOptions = options;
  checkNumber(white, 'white', 'a number > 0', (value) => value > 0);
  if (labels.shape.length !== 1 || images.shape[0] !== rows || pixels < rows) {
    throw new NeuroglowError(
      'invalid-dataset',
      `images and labels: expected [n, …] images and [n] labels, got [${images.shape.join(', ')}] and [${labels.shape.join(', ')}]; pass the two files of one data set, images first.`,
    );
  }
  let largest = 0;
  for (let row = 0; row < rows; row++) largest = Math.max(largest, labels.values[row]!);
  const classNames = names ?? Array.from({ length: largest + 1 }, (_, label) => String(label));
  const targets = oneHot(labels.values, classNames.length);
  const inputs = Float32Array.from(images.values, (value) => value / white);
  checkFinite(inputs, 'images');
  return { inputs, targets, rows, classNames };
}

/** Throws unless an array fills its shape; gives how many values it has. */
function checkShaped(array: ShapedArray, name: string): number {
  checkObject(array, name, 'invalid-dataset');
  const { shape, values } = array as { readonly shape: unknown; readonly values: unknown };
  const sides: readonly unknown[] = Array.isArray(shape) ? shape : [];
  const product = sides.reduce<number>((sum, side) => sum * (typeof side === 'number' ? side : NaN), 1);
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && 'length' in values);
  if (sides.length > 0 && isList && values.length === product && product > 0) return product;
  throw new NeuroglowError(
    'invalid-dataset',
    `${name}: expected { shape, values } with as many values as the shape says, got ${show(values)} for [${sides.map(show).join(', ')}]; pass what readIdx gave.`,
  );
}
