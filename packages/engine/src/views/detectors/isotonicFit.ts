/**
 * The non-increasing sequence closest to `values` in least squares, by pool-adjacent-violators: neighbours that rise are replaced by their
 * mean until none does. O(n). It is where "the cost only falls" is fitted to a noisy cost.
 *
 * `weights`, one positive number per value, weigh the squares. Default: all 1. Values that are not finite are the caller's to leave out.
 */
export function isotonicFit(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const count = values.length;
  // Blocks of pooled values: their mean, their weight and where they begin.
  const mean = new Float64Array(count);
  const weight = new Float64Array(count);
  const begin = new Int32Array(count);
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    let pooled = values[i]!;
    let total = weights?.[i] ?? 1;
    let from = i;
    while (blocks > 0 && mean[blocks - 1]! < pooled) {
      blocks--;
      const both = weight[blocks]! + total;
      pooled = (mean[blocks]! * weight[blocks]! + pooled * total) / both;
      total = both;
      from = begin[blocks]!;
    }
    mean[blocks] = pooled;
    weight[blocks] = total;
    begin[blocks++] = from;
  }
  const fitted = new Float64Array(count);
  for (let b = 0; b < blocks; b++) fitted.fill(mean[b]!, begin[b], b + 1 < blocks ? begin[b + 1]! : count);
  return fitted;
}
