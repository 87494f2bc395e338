import type { FloatArray } from './network.js';

/**
 * z = a·W + b over a batch: z[r, j] = bⱼ + Σᵢ a[r, i]·w[i, j]. `inputs` [rows × width], `weights` [width × neurons], `z` [rows × neurons].
 * Each sum is one chain in double precision, in the order of i, and is rounded once.
 */
export function multiplyForward<A extends FloatArray>(
  inputs: A,
  rows: number,
  width: number,
  weights: A,
  biases: A,
  neurons: number,
  z: A,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    const to = row * neurons;
    for (let j = 0; j < neurons; j++) {
      let sum = biases[j]!;
      for (let i = 0, k = j; i < width; i++, k += neurons) sum += inputs[from + i]! * weights[k]!;
      z[to + j] = sum;
    }
  }
}
