import { symmetricEigen } from './symmetricEigen.js';

/** The first two principal components of centred rows, and the share of the variance that each carries. */
export interface PrincipalComponents {
  /** [rows × 2] */
  readonly points: Float32Array;
  readonly explained: readonly [number, number];
  /** [2 × width], each of length 1, or 0 where there is no such axis; null where a number is not finite. */
  readonly directions: Float64Array | null;
}

/**
 * Scores on the two directions of largest variance: eigenvectors of the covariance XᵀX/(rows − 1), each turned to where its
 * farthest point is positive.
 *
 * @param centred [rows × width], each column's mean 0.
 * @param variance Of all that is shown, which may be more than `centred` holds; NaN where a number is not finite, which has no components.
 */
export function principalComponents(
  centred: Float64Array,
  rows: number,
  width: number,
  variance: number,
): PrincipalComponents {
  const points = new Float32Array(rows * 2);
  if (Number.isNaN(variance)) return { points: points.fill(NaN), explained: [NaN, NaN], directions: null };
  const directions = new Float64Array(2 * width);
  if (variance === 0) {
    // Nothing varies yet, so any axes will do: the first two neurons.
    directions[0] = 1;
    if (width > 1) directions[width + 1] = 1;
    return { points, explained: [0, 0], directions };
  }
  const { values, vectors } = symmetricEigen(covariance(centred, rows, width), width);
  const order = Array.from(values.keys()).sort((one, other) => values[other]! - values[one]!);
  const share = (axis: number): number =>
    axis < width ? Math.min(1, Math.max(0, values[order[axis]!]! / variance)) : 0;
  for (let axis = 0; axis < Math.min(2, width); axis++) {
    const from = order[axis]! * width;
    const direction = vectors.subarray(from, from + width);
    const scores = project(centred, rows, width, direction);
    const farthest = scores.reduce((best, score) => (Math.abs(score) > Math.abs(best) ? score : best), 0);
    const sign = farthest < 0 ? -1 : 1;
    for (const [row, score] of scores.entries()) points[row * 2 + axis] = sign * score;
    for (const [i, part] of direction.entries()) directions[axis * width + i] = sign * part;
  }
  return { points, explained: [share(0), share(1)], directions };
}

function covariance(centred: Float64Array, rows: number, width: number): Float64Array {
  const matrix = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = i; j < width; j++) {
      let sum = 0;
      for (let at = 0; at < centred.length; at += width) sum += centred[at + i]! * centred[at + j]!;
      matrix[i * width + j] = matrix[j * width + i] = sum / Math.max(1, rows - 1);
    }
  }
  return matrix;
}

function project(centred: Float64Array, rows: number, width: number, direction: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) =>
    direction.reduce((sum, part, i) => sum + part * centred[row * width + i]!, 0),
  );
}
