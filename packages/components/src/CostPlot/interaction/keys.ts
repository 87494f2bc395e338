import { firstBeyond } from '../series/curves.js';
import type { PlotCurve } from '../scene/scene.js';

/** What a key does: moves the reading, changes the steps shown, or sets the cursor. */
export type KeyAction =
  | { readonly kind: 'read'; readonly step: number }
  | { readonly kind: 'leave' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'follow' }
  | { readonly kind: 'setCursor' };

const others: Readonly<Record<string, KeyAction>> = {
  Escape: { kind: 'leave' },
  '+': { kind: 'zoom', factor: 1.5 },
  '=': { kind: 'zoom', factor: 1.5 },
  '-': { kind: 'zoom', factor: 1 / 1.5 },
  '0': { kind: 'reset' },
  l: { kind: 'follow' },
  Enter: { kind: 'setCursor' },
};

/** The action of a key on the curves; null for other keys. `steps`: of the points that can be read, ascending. */
export function keyAction(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  steps: ArrayLike<number>,
  reading: number | null,
): KeyAction | null {
  if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    return { kind: 'pan', share: key === 'ArrowLeft' ? -0.2 : 0.2 };
  }
  const other = others[key];
  if (other) return other;
  const at = reading === null ? steps.length - 1 : Math.max(0, firstBeyond(steps, reading) - 1);
  const to = pointByKey(at, steps.length, key);
  return to === null ? null : { kind: 'read', step: steps[to]! };
}

/** Where a key leads among so many points; null for other keys. */
export function pointByKey(from: number, points: number, key: string): number | null {
  const page = Math.max(1, Math.round(points / 10));
  const last = points - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    PageUp: from + page,
    PageDown: from - page,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined || last < 0 ? null : Math.min(last, Math.max(0, next));
}

/** The steps of all points of some curves within [from, to], ascending, each once. */
export function readableSteps(curves: readonly PlotCurve[], [from, to]: readonly [number, number]): Float64Array {
  const steps = new Set<number>();
  for (const { series } of curves) {
    const end = firstBeyond(series.steps, to);
    for (let at = firstBeyond(series.steps, from - 1e-9); at < end; at++) steps.add(series.steps[at]!);
  }
  return Float64Array.from(steps).sort();
}
