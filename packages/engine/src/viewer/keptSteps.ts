import type { TimelineSnapshot } from '../source/timeline.js';

type Steps = Pick<TimelineSnapshot, 'first' | 'last' | 'kept'>;

/** The step nearest to `wanted` that can be shown; of two equally near, the earlier. null if none can. */
export function nearestStep({ first, last, kept }: Steps, wanted: number): number | null {
  if (kept === 'every') return last < first ? null : clamp(Math.round(wanted), first, last);
  const after = indexFrom(kept, wanted);
  const [low, high] = [kept[after - 1], kept[after]];
  if (low === undefined || high === undefined) return low ?? high ?? null;
  return wanted - low <= high - wanted ? low : high;
}

/** The step that lies `count` steps that can be shown after `from`, before it if negative; at most the first or last. null if none can. */
export function stepAway({ first, last, kept }: Steps, from: number, count: number): number | null {
  if (kept === 'every') return last < first ? null : clamp(Math.round(from + count), first, last);
  if (kept.length === 0) return null;
  const at = indexFrom(kept, from);
  // Between two kept steps, one step on is the next kept one, and one step back the previous.
  const isBetween = kept[at] !== from;
  const index = at + count - (isBetween && count > 0 ? 1 : 0);
  return kept[clamp(index, 0, kept.length - 1)]!;
}

/** The last step up to a position when going forward, the first from it when going back: a step is shown once it is reached. */
export function stepReached({ first, last, kept }: Steps, position: number, forward: boolean): number | null {
  if (kept === 'every') {
    if (last < first) return null;
    return clamp(forward ? Math.floor(position) : Math.ceil(position), first, last);
  }
  const at = indexFrom(kept, position);
  if (!forward || kept[at] === position) return kept[at] ?? kept.at(-1) ?? null;
  return kept[at - 1] ?? kept[0] ?? null;
}

/** Index of the first kept step that is not before `step`. */
function indexFrom(kept: readonly number[], step: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle]! < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
