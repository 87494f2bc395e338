import type { Dataset } from '@neuroglow/engine';

/** Pictures of one size, each with the class it shows: a data set to learn from, and what people want to see of it. */
export interface LabelledImages extends Dataset {
  readonly classNames: readonly string[];
  /** The class of each row: an index into `classNames`. */
  readonly labels: Uint8Array;
}

/** A data set in two parts: rows to learn from, and rows held out to see whether it learned more than them. */
export interface SplitImages {
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
  /** [rows, columns] of a picture. */
  readonly imageShape: readonly [number, number];
}

/** Pixels from 0 to `white` become inputs from 0 to 1, labels become rows of targets with a single 1. */
export function labelledImages(
  pixels: ArrayLike<number>,
  white: number,
  labels: Uint8Array,
  classNames: readonly string[],
): LabelledImages {
  const targets = new Float32Array(labels.length * classNames.length);
  labels.forEach((label, row) => {
    targets[row * classNames.length + label] = 1;
  });
  return {
    inputs: Float32Array.from(pixels, (pixel) => pixel / white),
    targets,
    rows: labels.length,
    classNames,
    labels,
  };
}
