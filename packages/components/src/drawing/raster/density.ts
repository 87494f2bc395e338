import type { InkStrip } from './ink.js';
import { RadonPicture } from './radon.js';
import type { Way } from './strokes.js';

/** How a value becomes ink: `most` at `domain`, weaker ones stepping back by `contrast` (0–1). Values under `least` leave none. */
export interface DensityInk {
  readonly most: number;
  readonly domain: number;
  readonly contrast: number;
  readonly least: number;
}

/** Ink of both signs between two layers, as matrices over heights: what `RadonPicture` turns into a picture. */
export class Density {
  readonly size: number;
  readonly #radon: RadonPicture;
  /** Positive ink less negative ink, and the sum of both. */
  readonly #signed: Float32Array;
  readonly #unsigned: Float32Array;
  readonly #packed: Int32Array;
  readonly #picture: Int32Array;

  constructor(size: number) {
    this.size = size;
    this.#radon = new RadonPicture(size);
    this.#signed = new Float32Array(size * size);
    this.#unsigned = new Float32Array(size * size);
    this.#packed = new Int32Array(size * size);
    this.#picture = new Int32Array(size * size);
  }

  /**
   * Adds to the strip what all lines from positions `from` to positions `to` leave. They follow `way`: a curved picture is the straight
   * one, its columns taken where the curve has got to.
   */
  add(strip: InkStrip, way: Way, values: Float32Array, from: Float32Array, to: Float32Array, ink: DensityInk): void {
    const { size } = this;
    const lowest = Math.min(least(from), least(to));
    const highest = Math.max(most(from), most(to));
    const bin = Math.max(1e-6, (highest - lowest) / (size - 1));
    this.#gather(values, binsOf(from, lowest, bin), binsOf(to, lowest, bin), ink);
    const unit = this.#pack();
    if (unit === 0) return;
    this.#radon.add(this.#packed, this.#picture.fill(0));
    this.#spread(strip, way, lowest, bin, unit);
  }

  #gather(values: Float32Array, rows: Int32Array, columns: Int32Array, ink: DensityInk): void {
    const signed = this.#signed.fill(0);
    const unsigned = this.#unsigned.fill(0);
    const { most, domain, contrast, least } = ink;
    const strongest = most / domain;
    const perValue = contrast / domain;
    let at = 0;
    for (let row = 0; row < rows.length; row++) {
      const base = rows[row]! * this.size;
      for (let column = 0; column < columns.length; column++) {
        const value = values[at++]!;
        const magnitude = Math.abs(value);
        if (!(magnitude >= least && magnitude < Infinity)) continue;
        const factor =
          magnitude < domain ? strongest * (1 - contrast + perValue * magnitude) : (strongest * domain) / magnitude;
        // The sign is never asked for: it is anybody's guess, and guessing wrong would cost more than the sums.
        const point = base + columns[column]!;
        signed[point]! += factor * value;
        unsigned[point]! += factor * magnitude;
      }
    }
  }

  /** Whole numbers of both signs in one word; returns the ink of one, 0 where there is none. */
  #pack(): number {
    const { size } = this;
    const signed = this.#signed;
    const unsigned = this.#unsigned;
    let largest = 0;
    for (let at = 0; at < unsigned.length; at++) {
      const ink = (unsigned[at]! + Math.abs(signed[at]!)) / 2;
      if (ink > largest) largest = ink;
    }
    if (largest === 0) return 0;
    // So that the sum of a point's entries stays within its half of the word.
    const scale = Math.floor(65_535 / size) / largest;
    const half = scale / 2;
    const packed = this.#packed;
    for (let at = 0; at < packed.length; at++) {
      const positive = ((unsigned[at]! + signed[at]!) * half + 0.5) | 0;
      const negative = ((unsigned[at]! - signed[at]!) * half + 0.5) | 0;
      packed[at] = (positive << 16) | negative;
    }
    return 1 / scale;
  }

  /** Enlarges the picture onto the strip, blending between its points. A line leaves its ink in one point a column, `bin` pixels high. */
  #spread(strip: InkStrip, way: Way, lowest: number, bin: number, unit: number): void {
    const { size } = this;
    const { positive, negative } = strip;
    const picture = this.#picture;
    const first = Math.max(0, Math.floor(lowest));
    const last = Math.min(strip.rows - 1, Math.ceil(lowest + bin * (size - 1)));
    const p = new Float32Array(size + 1);
    const n = new Float32Array(size + 1);
    const step = 1 / bin;
    for (let k = 0; k < strip.columns; k++) {
      const x = ((way.share[k]! + way.share[k + 1]!) / 2) * (size - 1);
      const left = Math.min(size - 2, Math.floor(x));
      const share = ((x - left) * unit) / bin;
      const rest = unit / bin - share;
      const one = left * size;
      for (let y = 0; y < size; y++) {
        const here = picture[one + y]!;
        const next = picture[one + size + y]!;
        p[y] = (here >>> 16) * rest + (next >>> 16) * share;
        n[y] = (here & 0xffff) * rest + (next & 0xffff) * share;
      }
      const base = k * strip.rows;
      let y = Math.max(0, (first + 0.5 - lowest) * step);
      for (let row = first; row <= last && y < size; row++, y += step) {
        const whole = y | 0;
        const part = y - whole;
        positive[base + row]! += p[whole]! + part * (p[whole + 1]! - p[whole]!);
        negative[base + row]! += n[whole]! + part * (n[whole + 1]! - n[whole]!);
      }
    }
  }
}

/** The height of each position in the picture. */
function binsOf(positions: Float32Array, lowest: number, bin: number): Int32Array {
  const bins = new Int32Array(positions.length);
  for (let at = 0; at < bins.length; at++) bins[at] = Math.round((positions[at]! - lowest) / bin);
  return bins;
}

function least(values: Float32Array): number {
  let result = Infinity;
  for (let at = 0; at < values.length; at++) result = Math.min(result, values[at]!);
  return result;
}

function most(values: Float32Array): number {
  let result = -Infinity;
  for (let at = 0; at < values.length; at++) result = Math.max(result, values[at]!);
  return result;
}
