import type { RandomGenerator } from './generator.js';

/** Fisher–Yates in place, from the end: for i = n−1 … 1, j = bounded(i + 1), swap elements i and j. */
export function shuffle(order: Uint32Array, generator: RandomGenerator): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = generator.bounded(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
