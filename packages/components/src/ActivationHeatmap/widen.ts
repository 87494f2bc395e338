import { roundUp, type Domain } from '../shared/domain.js';
import type { Axes } from './panel.js';

/** Axes that hold what was shown before and what is shown now; they grow in round steps and never shrink, so that a place keeps its meaning. */
export function widen(known: Axes | null, { x, y }: Axes): Axes {
  return { x: widenSide(known?.x, x), y: widenSide(known?.y, y) };
}

function widenSide(known: Domain | undefined, [low, high]: Domain): Domain {
  const least = low < 0 ? -roundUp(-low) : 0;
  const most = high > 0 ? roundUp(high) : least < 0 ? 0 : 1;
  return known ? [Math.min(known[0], least), Math.max(known[1], most)] : [least, most];
}
