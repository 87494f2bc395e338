import type { FloatArray } from './network.js';

// A dense layer's three products. Every sum is one chain in double precision, in the order that its formula names, rounded
// once when stored. What a loop would stride over is first gathered into a column of doubles.

/** Room for the columns of a batch of `rows` through layers that are at most `width` wide. */
export function allocateColumn(rows: number, width: number): Float64Array {
  return new Float64Array(Math.max(rows, width));
}

/** z[r, j] = bⱼ + Σᵢ a[r, i]·w[i, j], i ascending. inputs [rows × width], weights [width × neurons], z [rows × neurons]. */
export function multiplyForward<A extends FloatArray>(
  inputs: A,
  rows: number,
  width: number,
  weights: A,
  biases: A,
  neurons: number,
  z: A,
  column: Float64Array,
): void {
  for (let j = 0; j < neurons; j++) {
    for (let i = 0, k = j; i < width; i++, k += neurons) column[i] = weights[k]!;
    const bias = biases[j]!;
    for (let row = 0, from = 0, to = j; row < rows; row++, to += neurons) {
      let sum = bias;
      for (let i = 0; i < width; i++, from++) sum += inputs[from]! * column[i]!;
      z[to] = sum;
    }
  }
}

/** ∂C/∂w[i, j] = Σᵣ a[r, i]·δ[r, j] and ∂C/∂bⱼ = Σᵣ δ[r, j], r ascending; the 1/rows is in δ already. */
export function gradientsOfParameters<A extends FloatArray>(
  inputs: A,
  rows: number,
  width: number,
  deltas: A,
  neurons: number,
  weightGradients: A,
  biasGradients: A,
  column: Float64Array,
): void {
  for (let i = 0, k = 0; i < width; i++) {
    for (let row = 0, from = i; row < rows; row++, from += width) column[row] = inputs[from]!;
    for (let j = 0; j < neurons; j++, k++) {
      let sum = 0;
      for (let row = 0, d = j; row < rows; row++, d += neurons) sum += column[row]! * deltas[d]!;
      weightGradients[k] = sum;
    }
  }
  for (let j = 0; j < neurons; j++) {
    let sum = 0;
    for (let row = 0, d = j; row < rows; row++, d += neurons) sum += deltas[d]!;
    biasGradients[j] = sum;
  }
}

/** ∂C/∂a[r, i] = Σⱼ w[i, j]·δ[r, j], j ascending. gradient [rows × width]. */
export function gradientsOfInputs<A extends FloatArray>(
  deltas: A,
  rows: number,
  neurons: number,
  weights: A,
  width: number,
  gradient: A,
): void {
  for (let row = 0, to = 0; row < rows; row++) {
    const from = row * neurons;
    for (let i = 0, k = 0; i < width; i++, to++) {
      let sum = 0;
      for (let j = 0; j < neurons; j++, k++) sum += weights[k]! * deltas[from + j]!;
      gradient[to] = sum;
    }
  }
}
