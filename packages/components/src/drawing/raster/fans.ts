import type { InkStrip } from './ink.js';
import type { Way } from './strokes.js';

/** Looked-up steps of the running sums a connection: between them nothing needs to be interpolated pixel by pixel. */
const FINE = 4;

/** The running sums of a row of connections' signed ink, in steps of a quarter connection. */
export class FanSums {
  readonly sums: Float32Array;
  #at = 0;

  constructor(connections: number) {
    this.sums = new Float32Array(FINE * connections + 1);
  }

  restart(): void {
    this.#at = 0;
  }

  /** Adds the next connection. */
  add(ink: number): void {
    const { sums } = this;
    for (let step = 0; step < FINE; step++, this.#at++) sums[this.#at + 1] = sums[this.#at]! + ink / FINE;
  }
}

/**
 * Adds the ink of all connections between one neuron and a dense, evenly spaced row of others. They lie side by side, so a column
 * of pixels shows the row's weights squeezed together, and the ink of a pixel is a difference of running sums: as if every line were drawn
 * with a box filter, at a cost that does not grow with their number.
 *
 * `sums` are their running sums as `FanSums` makes them; the i-th connection starts at `first + i · pitch`, and all meet at `meet`.
 * `away` is 1 where the row comes first and the neuron second, −1 the other way round.
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
  const { columns, rows, stride, positive } = strip;
  const count = sums.length - 1;
  const fine = pitch / FINE;
  for (let column = 0; column < columns; column++) {
    const edge = away === 1 ? column : columns - 1 - column;
    const share = (way.share[edge]! + way.share[edge + 1]!) / 2;
    const gap = fine * (1 - share);
    // The row's slots, from half a pitch before the first to half a pitch after the last, as this column shows them.
    const top = (first - pitch / 2) * (1 - share) + meet * share;
    const from = top > 0 ? top | 0 : 0;
    const to = Math.min(rows - 1, Math.ceil(top + gap * count) - 1);
    const base = column * stride;
    const step = 1 / gap;
    // Half a slot more: what is looked up is rounded.
    let slot = (from - top) * step + 0.5;
    let before = sums[slot <= 0 ? 0 : slot | 0]!;
    for (let row = from; row <= to; row++) {
      slot += step;
      const sum = sums[slot < count ? slot | 0 : count]!;
      positive[base + row]! += sum - before;
      before = sum;
    }
  }
}
