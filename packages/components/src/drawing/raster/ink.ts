import type { Surface } from './surface.js';

/**
 * Ink between two layers, gathered before it becomes colour. Ink adds up, so the picture does not depend on the order in which
 * connections are drawn and nothing flickers when two change places; strong ink outweighs weak ink wherever they cross.
 * A pixel with ink p of positive and n of negative connections has opacity 1 − e^−(p+n), what many thin layers of paint have together,
 * and a colour by p's share. Where only the difference of both signs is shown (net ink) it has opacity 1 − e^−|p−n| and the colour of the greater: there ink is
 * signed, and all of it may lie in `positive`. Column-major: a column across the layers' direction is contiguous, and so is a steep line.
 */
export interface InkStrip {
  readonly columns: number;
  readonly rows: number;
  /** Numbers from a column to the next. */
  readonly stride: number;
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
      stride: rows,
      positive: this.#memory.subarray(0, size),
      negative: this.#memory.subarray(size, 2 * size),
    };
  }
}

/** Colours between negative and positive, and opacities. */
export const SHARES = 32;
export const INKS = 1024;
/** Table steps a unit of ink; beyond INKS / STEPS = 4 the paint is opaque (98 %). */
export const STEPS = 256;

/** Ink as colour words: an opacity by amount, or'ed with a colour by sign. */
export interface InkTable {
  /** [INKS] by amount, in STEPS a unit. */
  readonly opacities: Uint32Array;
  /** [SHARES] by share of positive ink. */
  readonly lines: Uint32Array;
  /** [negative, positive] for net ink: both signs lie on every pixel there, and the picture shows by how much one prevails. */
  readonly net: Uint32Array;
}

export function inkTable(positive: number, negative: number): InkTable {
  const opacities = new Uint32Array(INKS);
  const step = Math.exp(-1 / STEPS);
  // What shines through a step and a half of ink, one step more, and so on.
  let through = Math.exp(-1.5 / STEPS);
  for (let ink = 1; ink < INKS; ink++, through *= step) opacities[ink] = Math.round(255 * (1 - through)) << 24;
  const mix = (shift: number, share: number): number =>
    Math.round(((positive >>> shift) & 255) * share + ((negative >>> shift) & 255) * (1 - share)) << shift;
  const lines = Uint32Array.from({ length: SHARES }, (_, row) => {
    const raw = row / (SHARES - 1);
    // The stronger sign takes over quickly: half-mixed blue and orange is a grey that says nothing.
    const share = raw * raw * (3 - 2 * raw);
    return mix(16, share) | mix(8, share) | mix(0, share);
  });
  return { opacities, lines, net: Uint32Array.of(lines[0]!, lines[SHARES - 1]!) };
}

/** How much of its ink each diagonal of a strip keeps where the negative prevails. */
export function keepsOf(diagonals: number, stripes: number): Float32Array {
  const keeps = new Float32Array(diagonals).fill(1);
  if (stripes <= 0) return keeps;
  const period = Math.max(2, Math.round(6 * stripes));
  const clear = Math.max(1, Math.round(2 * stripes));
  for (let diagonal = 0; diagonal < diagonals; diagonal++) if (diagonal % period < clear) keeps[diagonal] = 0.3;
  return keeps;
}

/** Which of a strip's columns lie on a surface, and how its pixels follow each other there. */
export function placeStrip(
  { columns, rows }: InkStrip,
  { width, height }: Surface,
  main: number,
  topToBottom: boolean,
): { first: number; last: number; rows: number; alongMain: number; alongCross: number } {
  return {
    first: Math.max(0, -main),
    last: Math.min(columns, (topToBottom ? height : width) - main),
    rows: Math.min(rows, topToBottom ? width : height),
    alongMain: topToBottom ? width : 1,
    alongCross: topToBottom ? 1 : width,
  };
}

/** Turns a strip's ink into pixels, as `RasterBackend.resolve` says. */
export function resolveInk(
  strip: InkStrip,
  surface: Surface,
  main: number,
  topToBottom: boolean,
  table: InkTable,
  stripes: number,
): void {
  const { columns, stride, positive, negative } = strip;
  const { words } = surface;
  const { first, last, rows, alongMain, alongCross } = placeStrip(strip, surface, main, topToBottom);
  const { opacities } = table;
  const colors = stripes > 0 ? table.net : table.lines;
  const keeps = keepsOf(columns + strip.rows, stripes);
  // In square blocks: columns are read and rows are written, and both stay in the cache.
  for (let block = first; block < last; block += BLOCK) {
    const until = Math.min(last, block + BLOCK);
    for (let cross = 0; cross < rows; cross++) {
      let to = (main + block) * alongMain + cross * alongCross;
      let at = block * stride + cross;
      for (let column = block; column < until; column++, to += alongMain, at += stride) {
        const p = positive[at]!;
        const n = negative[at]!;
        let row: number;
        let ink: number;
        if (stripes > 0) {
          row = p > n ? 1 : 0;
          ink = p > n ? p - n : (n - p) * keeps[column + cross]!;
        } else {
          ink = p + n;
          row = ((p / ink) * (SHARES - 1) + 0.5) | 0;
        }
        const step = (ink * STEPS) | 0;
        if (step > 0) words[to] = opacities[step < INKS ? step : INKS - 1]! | colors[row]!;
      }
    }
  }
}

const BLOCK = 16;
