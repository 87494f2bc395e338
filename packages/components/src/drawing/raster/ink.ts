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

const SHARES = 32;
const INKS = 1024;
/** Table steps a unit of ink; beyond INKS / STEPS = 4 the paint is opaque (98 %). */
const STEPS = 256;

/** Colour words by share of positive ink and by amount: of lines, and of lines that melt into one another. */
export interface InkTable {
  readonly lines: Uint32Array;
  readonly melted: Uint32Array;
}

export function inkTable(positive: number, negative: number): InkTable {
  const one = (of: (share: number) => number): Uint32Array => {
    const words = new Uint32Array(SHARES * INKS);
    const mix = (shift: number, share: number): number =>
      Math.round(((positive >>> shift) & 255) * share + ((negative >>> shift) & 255) * (1 - share));
    for (let row = 0; row < SHARES; row++) {
      const raw = Math.min(1, Math.max(0, of(row / (SHARES - 1))));
      // The stronger sign takes over quickly: half-mixed blue and orange is a grey that says nothing.
      const share = raw * raw * (3 - 2 * raw);
      const color = (mix(16, share) << 16) | (mix(8, share) << 8) | mix(0, share);
      for (let ink = 1; ink < INKS; ink++) {
        const alpha = Math.round(255 * (1 - Math.exp(-(ink + 0.5) / STEPS)));
        words[row * INKS + ink] = ((alpha << 24) | color) >>> 0;
      }
    }
    return words;
  };
  // Where lines melt, both signs lie on every pixel: what shows is which of them prevails, and by how much.
  return { lines: one((share) => share), melted: one((share) => 2 * share - 0.5) };
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
  table: InkTable,
  stripes: number,
): void {
  const { columns, rows, positive, negative } = strip;
  const { words, width, height } = surface;
  const alongMain = topToBottom ? width : 1;
  const alongCross = topToBottom ? 1 : width;
  const first = Math.max(0, -main);
  const last = Math.min(columns, (topToBottom ? height : width) - main);
  const end = Math.min(rows, topToBottom ? width : height);
  const colors = stripes > 0 ? table.melted : table.lines;
  const [plain, prevailing] = stripes > 0 ? [0.2 * STEPS, 1.8 * STEPS] : [STEPS, 0];
  const diagonals = columns + rows;
  const keeps = keepsOf(diagonals, stripes);
  // In square blocks: columns are read and rows are written, and both stay in the cache. Nearly without branches, which could not be
  // predicted: the signs of neighbouring pixels are noise.
  for (let block = first; block < last; block += BLOCK) {
    const until = Math.min(last, block + BLOCK);
    for (let cross = 0; cross < end; cross++) {
      let to = (main + block) * alongMain + cross * alongCross;
      let at = block * rows + cross;
      for (let column = block; column < until; column++, to += alongMain, at += rows) {
        const p = positive[at]!;
        const n = negative[at]!;
        const sum = p + n;
        if (sum < 1 / STEPS) continue;
        const row = ((p / sum) * (SHARES - 1) + 0.5) | 0;
        // The upper half of the rows is where the positive prevails.
        const keep = keeps[(row >> SIDE) * diagonals + column + cross]!;
        const ink = ((plain * sum + prevailing * Math.abs(p - n)) * keep) | 0;
        words[to] = colors[row * INKS + (ink < INKS ? ink : INKS - 1)]!;
      }
    }
  }
}

const BLOCK = 16;
/** Takes a row of the table to its half: 0 where the negative prevails, 1 where the positive does. */
const SIDE = Math.log2(SHARES) - 1;

/** How much of its ink each diagonal keeps where the negative prevails, and after them, where the positive does. */
function keepsOf(diagonals: number, stripes: number): Float32Array {
  const keeps = new Float32Array(2 * diagonals).fill(1);
  if (stripes <= 0) return keeps;
  const period = Math.max(2, Math.round(6 * stripes));
  const clear = Math.max(1, Math.round(2 * stripes));
  for (let diagonal = 0; diagonal < diagonals; diagonal++) if (diagonal % period < clear) keeps[diagonal] = 0.3;
  return keeps;
}
