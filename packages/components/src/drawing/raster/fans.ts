import type { InkStrip } from './ink.js';
import type { Way } from './strokes.js';

/**
 * Adds the ink of all connections between one neuron and a dense, evenly spaced row of others. They lie side by side, so a column
 * of pixels shows the row's weights squeezed together, and the ink of a pixel is a difference of running sums: as if every line were drawn
 * with a box filter, at a cost that does not grow with their number.
 *
 * `sums[i]` is the ink of the first i connections; the i-th of them starts at `first + i · pitch`, and all meet at `meet`.
 * `away` is 1 where the row comes first and the neuron second, −1 the other way round.
 */
export function addFan(
  ink: Float32Array,
  strip: InkStrip,
  way: Way,
  sums: Float32Array,
  first: number,
  pitch: number,
  meet: number,
  away: 1 | -1,
): void {
  const { columns, rows } = strip;
  const count = sums.length - 1;
  for (let column = 0; column < columns; column++) {
    const edge = away === 1 ? column : columns - 1 - column;
    const share = (way.share[edge]! + way.share[edge + 1]!) / 2;
    const gap = pitch * (1 - share);
    // The row's slots, from half a pitch before the first to half a pitch after the last, as this column shows them.
    const top = (first - pitch / 2) * (1 - share) + meet * share;
    const from = Math.max(0, Math.floor(top));
    const to = Math.min(rows - 1, Math.ceil(top + gap * count) - 1);
    const base = column * rows;
    const step = 1 / gap;
    let slot = (from - top) * step;
    let before = slot <= 0 ? 0 : sumAt(sums, count, slot);
    for (let row = from; row < to; row++) {
      slot += step;
      const whole = slot | 0;
      const low = sums[whole]!;
      const after = low + (slot - whole) * (sums[whole + 1]! - low);
      ink[base + row]! += after - before;
      before = after;
    }
    if (to >= from) ink[base + to]! += sumAt(sums, count, slot + step) - before;
  }
}

function sumAt(sums: Float32Array, count: number, slot: number): number {
  if (slot >= count) return sums[count]!;
  const whole = slot | 0;
  return sums[whole]! + (slot - whole) * (sums[whole + 1]! - sums[whole]!);
}
