import type { InkStrip } from './ink.js';
import type { Way } from './strokes.js';

/**
 * Adds the ink of all connections between one neuron and a dense, evenly spaced row of others. They lie side by side, so a column
 * of pixels shows the row's weights squeezed together, and the ink of a pixel is a difference of running sums: as if every line were drawn
 * with a box filter, at a cost that does not grow with their number.
 *
 * `sums[2i]` and `sums[2i + 1]` are the positive and negative ink of the first i connections; the i-th of them starts at
 * `first + i · pitch`, and all meet at `meet`. `away` is 1 where the row comes first and the neuron second, −1 the other way round.
 */
export function addFan(
  strip: InkStrip,
  way: Way,
  sums: Float32Array,
  first: number,
  pitch: number,
  meet: number,
  away: 1 | -1,
): void {
  const { columns, rows, positive, negative } = strip;
  const count = sums.length / 2 - 1;
  for (let column = 0; column < columns; column++) {
    const edge = away === 1 ? column : columns - 1 - column;
    const share = (way.share[edge]! + way.share[edge + 1]!) / 2;
    const gap = pitch * (1 - share);
    // The row's slots, from half a pitch before the first to half a pitch after the last, as this column shows them.
    const top = (first - pitch / 2) * (1 - share) + meet * share;
    const from = top > 0 ? top | 0 : 0;
    const to = Math.min(rows - 1, Math.ceil(top + gap * count) - 1);
    const base = column * rows;
    const step = 1 / gap;
    let slot = (from - top) * step;
    let positiveBefore = slot <= 0 ? 0 : sumAt(sums, count, slot, 0);
    let negativeBefore = slot <= 0 ? 0 : sumAt(sums, count, slot, 1);
    for (let row = from; row < to; row++) {
      slot += step;
      const whole = slot | 0;
      const part = slot - whole;
      const at = 2 * whole;
      const p = sums[at]! + part * (sums[at + 2]! - sums[at]!);
      const n = sums[at + 1]! + part * (sums[at + 3]! - sums[at + 1]!);
      positive[base + row]! += p - positiveBefore;
      negative[base + row]! += n - negativeBefore;
      positiveBefore = p;
      negativeBefore = n;
    }
    if (to >= from) {
      positive[base + to]! += sumAt(sums, count, slot + step, 0) - positiveBefore;
      negative[base + to]! += sumAt(sums, count, slot + step, 1) - negativeBefore;
    }
  }
}

function sumAt(sums: Float32Array, count: number, slot: number, sign: 0 | 1): number {
  if (slot >= count) return sums[2 * count + sign]!;
  const whole = slot | 0;
  const at = 2 * whole + sign;
  return sums[at]! + (slot - whole) * (sums[at + 2]! - sums[at]!);
}
