import type { CostSeries } from './context.js';

/**
 * Indices of at most `points` entries of a series, ascending: the steps' range is cut into equal stretches, and each keeps its
 * smallest and its largest cost at their own steps; the latest entry is always kept. All entries where they are few enough.
 * NaN is neither smallest nor largest, so it only shows as the latest.
 */
export function thinCosts({ steps, costs }: CostSeries, points: number): Uint32Array {
  const { length } = steps;
  if (length <= points) return Uint32Array.from({ length }, (_, i) => i);
  const kept: number[] = [];
  const buckets = Math.floor((points - 1) / 2);
  const last = length - 1;
  const width = (steps[last]! - steps[0]!) / buckets;
  let next = 0;
  for (let bucket = 1; bucket <= buckets && next < last; bucket++) {
    const end = steps[0]! + bucket * width;
    let smallest = -1;
    let largest = -1;
    for (; next < last && (steps[next]! < end || bucket === buckets); next++) {
      const cost = costs[next]!;
      if (Number.isNaN(cost)) continue;
      if (smallest < 0 || cost < costs[smallest]!) smallest = next;
      if (largest < 0 || cost > costs[largest]!) largest = next;
    }
    if (smallest < 0) continue;
    kept.push(Math.min(smallest, largest));
    if (smallest !== largest) kept.push(Math.max(smallest, largest));
  }
  kept.push(last);
  return Uint32Array.from(kept);
}
