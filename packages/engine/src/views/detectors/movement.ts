import { valueAt } from './valueAt.js';

/**
 * Movement: |v(t + w) − v(t − w)| per step of a series, at each of its steps t. Net change over a window of 2w steps, so that jitter from
 * batch to batch cancels; at the ends the window is cut, and the change is divided by what is left of it.
 * @param steps ascending
 * @param values one per step, for example an activation for one probe
 * @param window w, in steps
 * @returns change per step, one per step
 */
export function movementOf(steps: ArrayLike<number>, values: ArrayLike<number>, window: number): Float64Array {
  const count = steps.length;
  const moved = new Float64Array(count);
  if (count < 2) return moved;
  const first = steps[0]!;
  const last = steps[count - 1]!;
  const before = { at: 0 };
  const after = { at: 0 };
  for (let i = 0; i < count; i++) {
    const from = Math.max(first, steps[i]! - window);
    const to = Math.min(last, steps[i]! + window);
    moved[i] = Math.abs(valueAt(steps, values, to, after) - valueAt(steps, values, from, before)) / (to - from);
  }
  return moved;
}
