/**
 * η² of each neuron: Σ_c n_c(μ_c − μ)² / Σ_r(a_r − μ)², the share of its variance that lies between classes. 1: the class alone decides
 * it; 0: it says nothing of the class, or is constant. NaN where a value is not finite.
 *
 * @param values [neurons × rows]
 * @param classes [rows]
 */
export function selectivityOf(values: Float32Array, neurons: number, classes: Uint32Array): Float32Array {
  const rows = classes.length;
  const count = classes.reduce((most, of) => Math.max(most, of + 1), 0);
  const members = new Float64Array(count);
  for (const of of classes) members[of]!++;
  const sums = new Float64Array(count);
  return Float32Array.from({ length: neurons }, (_, neuron) => {
    const from = neuron * rows;
    sums.fill(0);
    let mean = 0;
    for (let row = 0; row < rows; row++) {
      const value = values[from + row]!;
      sums[classes[row]!]! += value;
      mean += value / rows;
    }
    let whole = 0;
    for (let row = 0; row < rows; row++) whole += (values[from + row]! - mean) ** 2;
    let between = 0;
    for (let of = 0; of < count; of++)
      if (members[of]! > 0) between += members[of]! * (sums[of]! / members[of]! - mean) ** 2;
    // Rounding alone keeps a constant neuron from a variance of exactly 0.
    if (whole <= 1e-12 * rows * mean * mean) return 0;
    return Math.min(1, between / whole);
  });
}
