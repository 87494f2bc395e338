import { oneHot, splitDataset, type Dataset } from '@neuroglow/engine/core';

/** Pictures of one size, each with the class it shows: a data set to learn from, and what people want to see of it. */
export interface LabelledImages extends Dataset {
  readonly classNames: readonly string[];
  /** The class of each row: an index into `classNames`. */
  readonly labels: Uint8Array;
}

/** A data set in two parts: rows to learn from, and rows held out to see whether the network learned more than those. */
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
  return {
    inputs: Float32Array.from(pixels, (pixel) => pixel / white),
    targets: oneHot(labels, classNames.length),
    rows: labels.length,
    classNames,
    labels,
  };
}

/** Holds a fifth of the rows out, drawn with a seed: the same seed, the same rows. */
export function splitImages(all: LabelledImages, seed: number): Omit<SplitImages, 'imageShape'> {
  const { training, validation } = splitDataset(all, { validation: 0.2, seed });
  const part = (half: Dataset): LabelledImages => {
    const { classNames } = all;
    const labels = Uint8Array.from({ length: half.rows }, (_, row) =>
      half.targets.subarray(row * classNames.length, (row + 1) * classNames.length).indexOf(1),
    );
    return { ...half, classNames, labels };
  };
  return { training: part(training), validation: part(validation) };
}
