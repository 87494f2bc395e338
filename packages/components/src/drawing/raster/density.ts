import type { InkStrip } from './ink.js';
import { RadonPicture } from './radon.js';
import type { Way } from './strokes.js';

/** Ink of each sign between two layers, as matrices over heights: what `RadonPicture` turns into a picture. */
export class Density {
  readonly size: number;
  readonly #radon: RadonPicture;
  readonly #matrix: Float32Array;
  readonly #picture: Float32Array;

  constructor(size: number) {
    this.size = size;
    this.#radon = new RadonPicture(size);
    this.#matrix = new Float32Array(size * size);
    this.#picture = new Float32Array(size * size);
  }

  /**
   * Adds to `ink` what all lines from positions `from` to positions `to` leave, where `amountOf` gives a value's ink (0 for the other
   * sign). The lines follow `way`: a curved picture is the straight one, its columns taken where the curve has got to.
   */
  add(
    ink: Float32Array,
    strip: InkStrip,
    way: Way,
    values: Float32Array,
    from: Float32Array,
    to: Float32Array,
    amountOf: (value: number) => number,
  ): void {
    const { size } = this;
    const lowest = Math.min(least(from), least(to));
    const highest = Math.max(most(from), most(to));
    const bin = Math.max(1e-6, (highest - lowest) / (size - 1));
    const bins = (positions: Float32Array): Int32Array =>
      Int32Array.from(positions, (position) => Math.round((position - lowest) / bin));
    const rows = bins(from);
    const columns = bins(to);
    const matrix = this.#matrix.fill(0);
    let at = 0;
    for (let place = 0; place < rows.length; place++) {
      const base = rows[place]! * size;
      for (let column = 0; column < columns.length; column++)
        matrix[base + columns[column]!]! += amountOf(values[at++]!);
    }
    this.#radon.add(matrix, this.#picture.fill(0));
    this.#spread(ink, strip, way, lowest, bin);
  }

  /** Enlarges the picture onto the strip, blending between its points. A line leaves its ink in one point a column, `bin` pixels high. */
  #spread(ink: Float32Array, strip: InkStrip, way: Way, lowest: number, bin: number): void {
    const { size } = this;
    const picture = this.#picture;
    const first = Math.max(0, Math.floor(lowest));
    const last = Math.min(strip.rows - 1, Math.ceil(lowest + bin * (size - 1)));
    const column = new Float32Array(size + 1);
    const step = 1 / bin;
    for (let k = 0; k < strip.columns; k++) {
      const x = ((way.share[k]! + way.share[k + 1]!) / 2) * (size - 1);
      const left = Math.min(size - 2, Math.floor(x));
      const share = (x - left) / bin;
      const rest = 1 / bin - share;
      const one = left * size;
      for (let y = 0; y < size; y++) column[y] = picture[one + y]! * rest + picture[one + size + y]! * share;
      const base = k * strip.rows;
      let y = Math.max(0, (first + 0.5 - lowest) * step);
      for (let row = first; row <= last && y < size; row++, y += step) {
        const whole = y | 0;
        const low = column[whole]!;
        ink[base + row]! += low + (y - whole) * (column[whole + 1]! - low);
      }
    }
  }
}

function least(values: Float32Array): number {
  let result = Infinity;
  for (const value of values) if (value < result) result = value;
  return result;
}

function most(values: Float32Array): number {
  let result = -Infinity;
  for (const value of values) if (value > result) result = value;
  return result;
}
