import { nearestIndex } from '../series/curves.js';

/** The steps that a cursor can stand at. */
export interface CursorSteps {
  readonly first: number;
  readonly last: number;
  readonly kept: 'every' | readonly number[];
}

export type Cursor = 'live' | number;

/** The step nearest to one that can be shown. */
export function snap({ first, last, kept }: CursorSteps, step: number): number {
  if (kept !== 'every' && kept.length > 0) return kept[nearestIndex(kept, step)]!;
  return Math.min(last, Math.max(first, Math.round(step)));
}

/** Where a key moves a cursor; null for other keys. End, and any move beyond the latest step, go live. */
export function cursorByKey(key: string, shiftKey: boolean, cursor: Cursor, steps: CursorSteps): Cursor | null {
  const { first, last, kept } = steps;
  const from = cursor === 'live' ? last : cursor;
  const page = Math.max(1, Math.round((last - first) / 10));
  const direction: Readonly<Record<string, number>> = {
    ArrowLeft: shiftKey ? -10 : -1,
    ArrowDown: shiftKey ? -10 : -1,
    ArrowRight: shiftKey ? 10 : 1,
    ArrowUp: shiftKey ? 10 : 1,
    PageDown: -page,
    PageUp: page,
  };
  if (key === 'Home') return snap(steps, first);
  if (key === 'End' || key === 'Escape') return 'live';
  const distance = direction[key];
  if (distance === undefined) return null;
  if (cursor === 'live' && distance > 0) return 'live';
  if (kept === 'every') return from + distance > last ? 'live' : snap(steps, from + distance);
  const at =
    nearestIndex(kept, from) +
    (Math.abs(distance) === page && page > 10 ? Math.sign(distance) * Math.ceil(kept.length / 10) : distance);
  return at >= kept.length ? 'live' : kept[Math.max(0, at)]!;
}
