import { CostHistory } from './costHistory.js';
import type { CostHistoryState } from './costHistoryState.js';

/**
 * The history of a run up to a step, for another run that goes its own way from there. Exact as far as the history is; of older steps,
 * which it keeps in buckets, every bucket's minimum, maximum and sum.
 */
export function historyUntil(state: CostHistoryState, step: number): CostHistoryState {
  const { first, latest, recent } = state;
  const history = new CostHistory();
  const exactFrom = latest + 1 - recent.length;
  const end = Math.min(step, latest) + 1;
  for (let from = first, bucket = 0; from < Math.min(end, exactFrom); from += state.width, bucket++) {
    const count = Math.min(state.width, end - from, exactFrom - from);
    history.append(from, costsOfBucket(state, bucket), count);
  }
  if (end > exactFrom) history.append(exactFrom, recent, end - exactFrom);
  return history.save();
}

/** Costs that have a bucket's minimum and maximum at their own places, and its sum. */
function costsOfBucket(state: CostHistoryState, bucket: number): Float32Array {
  const { first, latest, width } = state;
  const count = Math.min(width, latest + 1 - first - bucket * width);
  const [low, high] = [state.lows[bucket]!, state.highs[bucket]!];
  const [lowAt, highAt] = [state.lowOffsets[bucket]!, state.highOffsets[bucket]!];
  const others = count - (lowAt === highAt ? 1 : 2);
  const rest = state.sums[bucket]! - low - (lowAt === highAt ? 0 : high);
  const costs = new Float32Array(count).fill(others > 0 ? rest / others : low);
  costs[highAt] = high;
  costs[lowAt] = low;
  return costs;
}
