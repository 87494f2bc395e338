/** |correlation| above it makes two neurons duplicates. */
const alike = 0.99;
/** Products that may be summed: some tens of milliseconds. */
const mostProducts = 0x400_0000;
const mostPairs = 1024;

/**
 * Pairs of neurons that say the same: |Σ(x − x̄)(y − ȳ)| / √(Σ(x − x̄)²·Σ(y − ȳ)²) > 0.99. A constant neuron has no correlation. null where
 * there are too many neurons to compare.
 *
 * @param values [neurons × rows]
 * @returns [pairs × 2]
 */
export function duplicatesOf(values: Float32Array, neurons: number, rows: number): Uint32Array | null {
  if (((neurons * (neurons - 1)) / 2) * rows > mostProducts) return null;
  const unit = new Float32Array(values.length);
  const varies = new Uint8Array(neurons);
  for (let j = 0; j < neurons; j++) varies[j] = standardize(values, unit, j * rows, rows) ? 1 : 0;
  const pairs: number[] = [];
  for (let one = 0; one < neurons && pairs.length < 2 * mostPairs; one++) {
    if (!varies[one]) continue;
    for (let other = one + 1; other < neurons && pairs.length < 2 * mostPairs; other++) {
      if (!varies[other]) continue;
      let product = 0;
      for (let row = 0; row < rows; row++) product += unit[one * rows + row]! * unit[other * rows + row]!;
      if (Math.abs(product) > alike) pairs.push(one, other);
    }
  }
  return Uint32Array.from(pairs);
}

/** Mean 0 and length 1; false for values that do not vary, or are not finite. */
function standardize(values: Float32Array, unit: Float32Array, from: number, rows: number): boolean {
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += values[from + row]! / rows;
  let squares = 0;
  for (let row = 0; row < rows; row++) squares += (values[from + row]! - mean) ** 2;
  if (!Number.isFinite(squares) || squares <= 1e-12 * rows * Math.max(mean * mean, 1e-12)) return false;
  const factor = 1 / Math.sqrt(squares);
  for (let row = 0; row < rows; row++) unit[from + row] = (values[from + row]! - mean) * factor;
  return true;
}
