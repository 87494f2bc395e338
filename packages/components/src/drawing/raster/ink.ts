import type { Surface } from './surface.js';

/**
 * Ink between two layers, gathered before it becomes colour. Ink adds up, so the picture does not depend on the order in which
 * connections are drawn and nothing flickers when two change places; strong ink outweighs weak ink wherever they cross.
 * A pixel with ink p of positive and n of negative connections has opacity 1 − e^−(p+n), what many thin layers of paint have together,
 * and a colour by p's share. Column-major: a column across the layers' direction is contiguous, and so is a steep line.
 */
export interface InkStrip {
  readonly columns: number;
  readonly rows: number;
  readonly positive: Float32Array;
  readonly negative: Float32Array;
}

/** A strip over memory that grows and is used again: strips are drawn one after the other. */
export class InkMemory {
  #memory = new Float32Array(0);

  strip(columns: number, rows: number): InkStrip {
    const size = columns * rows;
    if (this.#memory.length < 2 * size) this.#memory = new Float32Array(2 * size);
    else this.#memory.fill(0, 0, 2 * size);
    return {
      columns,
      rows,
      positive: this.#memory.subarray(0, size),
      negative: this.#memory.subarray(size, 2 * size),
    };
  }
}

const SHARES = 16;
const INKS = 1024;
/** Table steps a unit of ink; beyond INKS / STEPS = 4 the paint is opaque (98 %). */
const STEPS = 256;

/** Colour words by share of positive ink and by amount. */
export function inkTable(positive: number, negative: number): Uint32Array {
  const table = new Uint32Array(SHARES * INKS);
  const mix = (shift: number, share: number): number =>
    Math.round(((positive >>> shift) & 255) * share + ((negative >>> shift) & 255) * (1 - share));
  for (let row = 0; row < SHARES; row++) {
    const raw = row / (SHARES - 1);
    // The stronger sign takes over quickly: half-mixed blue and orange is a grey that says nothing.
    const share = raw * raw * (3 - 2 * raw);
    const color = (mix(16, share) << 16) | (mix(8, share) << 8) | mix(0, share);
    for (let ink = 0; ink < INKS; ink++) {
      const alpha = Math.round(255 * (1 - Math.exp(-(ink + 0.5) / STEPS)));
      table[row * INKS + ink] = ink === 0 ? 0 : ((alpha << 24) | color) >>> 0;
    }
  }
  return table;
}

/**
 * Turns a strip's ink into pixels. The surface below it is taken to be clear. `main` is the strip's first pixel along the layers.
 * Lines have dashes of their own; where they melt into one another, `stripes` (device pixels a CSS pixel, 0 for none) lays diagonal
 * stripes over negative ink, so that hue does not tell the sign alone there either.
 */
export function resolveInk(
  strip: InkStrip,
  surface: Surface,
  main: number,
  topToBottom: boolean,
  table: Uint32Array,
  stripes: number,
): void {
  const { columns, rows, positive, negative } = strip;
  const { words, width, height } = surface;
  const alongMain = topToBottom ? width : 1;
  const alongCross = topToBottom ? 1 : width;
  const first = Math.max(0, -main);
  const last = Math.min(columns, (topToBottom ? height : width) - main);
  const end = Math.min(rows, topToBottom ? width : height);
  const striped = stripes > 0;
  const pale = striped ? stripesOf(columns + rows, stripes) : null;
  // In square blocks: columns are read and rows are written, and both stay in the cache.
  for (let block = first; block < last; block += 16) {
    const until = Math.min(last, block + 16);
    for (let cross = 0; cross < end; cross++) {
      let to = (main + block) * alongMain + cross * alongCross;
      let at = block * rows + cross;
      for (let column = block; column < until; column++, to += alongMain, at += rows) {
        const p = positive[at]!;
        const n = negative[at]!;
        const sum = p + n;
        if (sum < 1 / STEPS) continue;
        // Where lines melt, both signs lie on every pixel: what shows is which of them prevails, and by how much.
        const total = pale === null ? sum : (0.2 * sum + 1.8 * Math.abs(p - n)) * (n > p ? pale[column + cross]! : 1);
        const share = pale === null ? p / sum : (2 * p) / sum - 0.5;
        const row = Math.min(SHARES - 1, Math.max(0, share * (SHARES - 1) + 0.5)) | 0;
        const ink = Math.min(INKS - 1, total * STEPS) | 0;
        words[to] = table[row * INKS + ink]!;
      }
    }
  }
}

/** How much of its ink each diagonal keeps where the negative prevails. */
function stripesOf(diagonals: number, scale: number): Float32Array {
  const period = Math.max(2, Math.round(6 * scale));
  const clear = Math.max(1, Math.round(2 * scale));
  const keeps = new Float32Array(diagonals);
  for (let diagonal = 0; diagonal < diagonals; diagonal++) keeps[diagonal] = diagonal % period < clear ? 0.3 : 1;
  return keeps;
}
