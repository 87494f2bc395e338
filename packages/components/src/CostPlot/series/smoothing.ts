/**
 * Exponential moving average by steps, not by points, as curves are reduced: a value's weight halves every `halfLife` steps. With
 * dᵢ = 2^−(sᵢ − sᵢ₋₁) / halfLife and wᵢ = 1 − dᵢ (w₀ = 1), the n-th average is Σ vᵢ wᵢ Πⱼ dⱼ / Σ wᵢ Πⱼ dⱼ over i ≤ n, with j from
 * i + 1 to n. It is divided by the sum of the weights, so that it begins at the first value and not at 0. NaN where the value is not finite: the
 * average goes on behind the gap.
 */
export function smoothed(steps: ArrayLike<number>, values: ArrayLike<number>, halfLife: number): Float64Array {
  const averages = new Float64Array(values.length);
  let sum = 0;
  let weight = 0;
  let before = steps[0] ?? 0;
  for (let at = 0; at < averages.length; at++) {
    const value = values[at]!;
    if (!Number.isFinite(value)) {
      averages[at] = NaN;
      continue;
    }
    const decay = 0.5 ** ((steps[at]! - before) / halfLife);
    const share = weight === 0 ? 1 : 1 - decay;
    sum = sum * decay + value * share;
    weight = weight * decay + share;
    before = steps[at]!;
    averages[at] = sum / weight;
  }
  return averages;
}

/** What smoothing and summaries read: the mean of the stretch that a point stands for, or its value. */
export function levelsOf(values: ArrayLike<number>, means: ArrayLike<number> | undefined): ArrayLike<number> {
  if (!means) return values;
  return Float64Array.from(values, (value, at) => {
    const mean = means[at]!;
    return Number.isFinite(value) && Number.isFinite(mean) ? mean : value;
  });
}
