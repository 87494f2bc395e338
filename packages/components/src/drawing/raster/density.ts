import { inkOf, type Brush } from './brush.js';
import { heightsOf, stretchesOf, type Heights } from './heights.js';
import type { Gap } from './gaps.js';
import type { InkStrip } from './ink.js';
import { RadonPicture } from './radon.js';
import type { Way } from './strokes.js';

/** The signed ink between two layers, as a matrix over heights: what `RadonPicture` turns into a picture. */
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
   * Adds to the strip what all lines of a gap leave. They follow `way`: a curved picture is the straight
   * one, its columns taken where the curve has got to.
   */
  add(strip: InkStrip, way: Way, gap: Gap, brush: Brush): void {
    const heights = heightsOf(gap, this.size);
    this.#gather(gap, heights, brush);
    this.#stretch(stretchesOf(way, this.size, heights.pitch));
    this.#radon.add(this.#matrix, this.#picture.fill(0));
    this.#spread(strip, way, heights);
  }

  #gather({ values, emphasis }: Gap, { from, to }: Heights, brush: Brush): void {
    const matrix = this.#matrix.fill(0);
    let at = 0;
    for (let row = 0; row < from.length; row++) {
      const base = from[row]! * this.size;
      const factor = emphasis?.[row] ?? 1;
      for (let column = 0; column < to.length; column++) {
        const value = values[at++]!;
        const magnitude = Math.abs(value) * factor;
        if (!(magnitude >= brush.least && magnitude < Infinity)) continue;
        const ink = inkOf(brush, magnitude);
        matrix[base + to[column]!]! += value < 0 ? -ink : ink;
      }
    }
  }

  /** Gives steep lines the ink that their length takes. */
  #stretch(stretches: Float32Array): void {
    const { size } = this;
    for (let at = 0; at < size * size; at++)
      this.#matrix[at]! *= stretches[Math.abs((at % size) - Math.floor(at / size))]!;
  }

  /** Enlarges the picture onto the strip, blending between its points. A line leaves its ink in one point a column, `pitch` pixels high. */
  #spread(strip: InkStrip, way: Way, { lowest, pitch }: Heights): void {
    const { size } = this;
    const { positive } = strip;
    const picture = this.#picture;
    const first = Math.max(0, Math.floor(lowest));
    const last = Math.min(strip.rows - 1, Math.ceil(lowest + pitch * (size - 1)));
    const blended = new Float32Array(size + 1);
    const step = 1 / pitch;
    for (let k = 0; k < strip.columns; k++) {
      const x = ((way.share[k]! + way.share[k + 1]!) / 2) * (size - 1);
      const left = Math.min(size - 2, Math.floor(x));
      const share = (x - left) * step;
      const rest = step - share;
      const one = left * size;
      for (let y = 0; y < size; y++) blended[y] = picture[one + y]! * rest + picture[one + size + y]! * share;
      const base = k * strip.stride;
      let y = Math.max(0, (first + 0.5 - lowest) * step);
      for (let row = first; row <= last && y < size; row++, y += step) {
        const whole = y | 0;
        positive[base + row]! += blended[whole]! + (y - whole) * (blended[whole + 1]! - blended[whole]!);
      }
    }
  }
}
