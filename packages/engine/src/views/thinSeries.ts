/**
 * Indices of at most `points` entries of a series whose steps lie in [from, to], ascending: the steps' range is cut into equal stretches,
 * and each keeps its smallest and its largest value at their own steps; the latest entry is always kept. All entries where they are
 * few enough. NaN is neither smallest nor largest, so it only shows as the latest.
 */
export function thinSeries(
  { steps, values }: { readonly steps: ArrayLike<number>; readonly values: ArrayLike<number> },
  points: number,
  [from, to]: readonly [from: number, to: number] = [-Infinity, Infinity],
): Uint32Array {
  const first = firstAtLeast(steps, from);
  const end = firstBeyond(steps, to);
  const length = Math.max(0, end - first);
  if (length <= points) return Uint32Array.from({ length }, (_, i) => first + i);
  const kept: number[] = [];
  const buckets = Math.floor((points - 1) / 2);
  const last = end - 1;
  const width = (steps[last]! - steps[first]!) / buckets;
  let next = first;
  for (let bucket = 1; bucket <= buckets && next < last; bucket++) {
    const edge = steps[first]! + bucket * width;
    let smallest = -1;
    let largest = -1;
    for (; next < last && (steps[next]! < edge || bucket === buckets); next++) {
      const value = values[next]!;
      if (Number.isNaN(value)) continue;
      if (smallest < 0 || value < values[smallest]!) smallest = next;
      if (largest < 0 || value > values[largest]!) largest = next;
    }
    if (smallest < 0) continue;
    kept.push(Math.min(smallest, largest));
    if (smallest !== largest) kept.push(Math.max(smallest, largest));
  }
  kept.push(last);
  return Uint32Array.from(kept);
}

function firstAtLeast(steps: ArrayLike<number>, step: number): number {
  return firstWhere(steps, (found) => found >= step);
}

function firstBeyond(steps: ArrayLike<number>, step: number): number {
  return firstWhere(steps, (found) => found > step);
}

/** The first index from which on all steps are so; their number where none is. */
function firstWhere(steps: ArrayLike<number>, isSo: (step: number) => boolean): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(steps[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
