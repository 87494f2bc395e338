/**
 * The mean |correlation| over all pairs of a layer's neurons: near 1 where they are copies of each other, near 0 where each says something
 * else. A neuron that does not vary over the rows has no correlation; its pairs are left out, and NaN is the answer if none is left.
 * @param activations [rows × neurons]
 */
export function meanCorrelation(activations: ArrayLike<number>, rows: number, neurons: number): number {
  const centred = new Float64Array(rows * neurons);
  const lengths = new Float64Array(neurons);
  for (let j = 0; j < neurons; j++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += activations[row * neurons + j]!;
    let squares = 0;
    for (let row = 0; row < rows; row++) {
      const value = activations[row * neurons + j]! - sum / rows;
      centred[row * neurons + j] = value;
      squares += value * value;
    }
    lengths[j] = Math.sqrt(squares);
  }
  let total = 0;
  let pairs = 0;
  for (let i = 0; i < neurons; i++) {
    for (let j = 0; j < i; j++) {
      const product = lengths[i]! * lengths[j]!;
      if (!(product > 0)) continue;
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += centred[row * neurons + i]! * centred[row * neurons + j]!;
      total += Math.min(1, Math.abs(sum / product));
      pairs++;
    }
  }
  return pairs === 0 ? NaN : total / pairs;
}
