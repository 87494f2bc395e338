import type { FloatArray } from './network.js';

// A dense layer's three products. Every sum is one chain in double precision, in the order that its formula names, rounded once
// when stored. Four sums run side by side, because a processor can add while it waits for the previous sum; the bits are the same.

/** z[r, j] = bⱼ + Σᵢ a[r, i]·w[i, j], i ascending. inputs [rows × width], weights [width × neurons], z [rows × neurons]. */
export function multiplyForward<A extends FloatArray>(
  inputs: A,
  rows: number,
  width: number,
  weights: A,
  biases: A,
  neurons: number,
  z: A,
): void {
  for (let row = 0, to = 0; row < rows; row++) {
    const from = row * width;
    let j = 0;
    for (; j + 4 <= neurons; j += 4, to += 4) {
      let sum0 = biases[j]!;
      let sum1 = biases[j + 1]!;
      let sum2 = biases[j + 2]!;
      let sum3 = biases[j + 3]!;
      for (let i = 0, k = j; i < width; i++, k += neurons) {
        const a = inputs[from + i]!;
        sum0 += a * weights[k]!;
        sum1 += a * weights[k + 1]!;
        sum2 += a * weights[k + 2]!;
        sum3 += a * weights[k + 3]!;
      }
      z[to] = sum0;
      z[to + 1] = sum1;
      z[to + 2] = sum2;
      z[to + 3] = sum3;
    }
    for (; j < neurons; j++, to++) {
      let sum = biases[j]!;
      for (let i = 0, k = j; i < width; i++, k += neurons) sum += inputs[from + i]! * weights[k]!;
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
): void {
  for (let i = 0, to = 0; i < width; i++) {
    let j = 0;
    for (; j + 4 <= neurons; j += 4, to += 4) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let row = 0, k = i, d = j; row < rows; row++, k += width, d += neurons) {
        const a = inputs[k]!;
        sum0 += a * deltas[d]!;
        sum1 += a * deltas[d + 1]!;
        sum2 += a * deltas[d + 2]!;
        sum3 += a * deltas[d + 3]!;
      }
      weightGradients[to] = sum0;
      weightGradients[to + 1] = sum1;
      weightGradients[to + 2] = sum2;
      weightGradients[to + 3] = sum3;
    }
    for (; j < neurons; j++, to++) {
      let sum = 0;
      for (let row = 0, k = i, d = j; row < rows; row++, k += width, d += neurons) sum += inputs[k]! * deltas[d]!;
      weightGradients[to] = sum;
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
    let i = 0;
    for (; i + 4 <= width; i += 4, to += 4) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let j = 0, k = i * neurons; j < neurons; j++, k++) {
        const delta = deltas[from + j]!;
        sum0 += delta * weights[k]!;
        sum1 += delta * weights[k + neurons]!;
        sum2 += delta * weights[k + 2 * neurons]!;
        sum3 += delta * weights[k + 3 * neurons]!;
      }
      gradient[to] = sum0;
      gradient[to + 1] = sum1;
      gradient[to + 2] = sum2;
      gradient[to + 3] = sum3;
    }
    for (; i < width; i++, to++) {
      let sum = 0;
      for (let j = 0, k = i * neurons; j < neurons; j++, k++) sum += deltas[from + j]! * weights[k]!;
      gradient[to] = sum;
    }
  }
}
