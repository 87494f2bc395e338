import type { ColorTable } from '../scenes/scale.js';
import { hatch, type Surface } from './surface.js';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fills a rectangle with one colour, anti-aliased at its edges. Device pixels. */
export function drawRectangle(surface: Surface, { x, y, width, height }: Rectangle, word: number, strength = 1): void {
  surface.rectangle(x, y, width, height, word, strength);
}

/** The frame of a rectangle, inside of its edges. */
export function drawFrame(surface: Surface, rectangle: Rectangle, thickness: number, word: number): void {
  const { x, y, width, height } = rectangle;
  drawRectangle(surface, { x, y, width, height: thickness }, word);
  drawRectangle(surface, { x, y: y + height - thickness, width, height: thickness }, word);
  drawRectangle(surface, { x, y: y + thickness, width: thickness, height: height - 2 * thickness }, word);
  drawRectangle(
    surface,
    { x: x + width - thickness, y: y + thickness, width: thickness, height: height - 2 * thickness },
    word,
  );
}

/** Which cell each pixel of a side belongs to; −1 in a gap, and the share of the way to the next cell's centre for blending. */
function cellsAlong(
  start: number,
  length: number,
  cells: number,
  limit: number,
  gap: number,
): { first: number; cell: Int32Array; blend: Float32Array } {
  const first = Math.max(0, Math.round(start));
  const last = Math.min(limit, Math.round(start + length));
  const size = length / cells;
  const count = Math.max(0, last - first);
  const cell = new Int32Array(count);
  const share = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const position = (first + at + 0.5 - start) / size;
    const index = Math.min(cells - 1, Math.max(0, Math.floor(position)));
    // The gap is cut off the far side of every cell but the last, at whole pixels so that all gaps look alike.
    const edge = Math.round(start + (index + 1) * size);
    cell[at] = gap > 0 && index < cells - 1 && first + at >= edge - gap ? -1 : index;
    share[at] = position - 0.5;
  }
  return { first, cell, blend: share };
}

export interface BlockOptions {
  /** Device pixels a CSS pixel, for the hatching. */
  readonly scale: number;
  /** Device pixels between cells. */
  readonly gap: number;
  readonly smooth: boolean;
}

/**
 * Paints `rows × columns` values from `offset`, each a cell of a rectangle, or blended between cell centres. Values that are not finite
 * are hatched; returns how many there were.
 */
export function drawBlock(
  surface: Surface,
  rectangle: Rectangle,
  rows: number,
  columns: number,
  values: ArrayLike<number>,
  offset: number,
  table: ColorTable,
  options: BlockOptions,
): number {
  const { words, width } = surface;
  const { low, high, colors, bad } = table;
  const top = colors.length - 1;
  const factor = top / (high - low || 1);
  const gap = Math.min(rectangle.width / columns, rectangle.height / rows) < 4 * options.gap ? 0 : options.gap;
  const across = cellsAlong(rectangle.x, rectangle.width, columns, surface.width, gap);
  const down = cellsAlong(rectangle.y, rectangle.height, rows, surface.height, gap);
  const isCrowded = !options.smooth && rectangle.width < columns;
  const line = options.smooth ? new BlendedRow(values, offset, rows, columns, across.blend) : null;
  for (let py = 0; py < down.cell.length; py++) {
    const row = down.cell[py]!;
    if (row < 0) continue;
    line?.moveTo(down.blend[py]!);
    const from = offset + row * columns;
    const to = (down.first + py) * width + across.first;
    for (let px = 0; px < across.cell.length; px++) {
      const column = across.cell[px]!;
      if (column < 0) continue;
      let value = values[from + column] ?? NaN;
      if (line) value = line.at(px, value);
      else if (isCrowded)
        value = strongest(
          values,
          from + (px > 0 ? across.cell[px - 1]! + 1 : 0),
          from + (px + 1 < across.cell.length ? column + 1 : columns),
        );
      const at = (value - low) * factor + 0.5;
      words[to + px] = Number.isFinite(at)
        ? colors[at < 0 ? 0 : at > top ? top : at | 0]!
        : hatch(across.first + px, down.first + py, options.scale, bad);
    }
  }
  let notFinite = 0;
  for (let at = offset; at < offset + rows * columns; at++) if (!Number.isFinite(values[at])) notFinite++;
  return notFinite;
}

/** Of the cells that share a pixel, the value farthest from 0: a mean would show numbers that no cell has. What is not finite counts most. */
function strongest(values: ArrayLike<number>, from: number, to: number): number {
  let best = values[from] ?? NaN;
  for (let at = from + 1; at < to && !Number.isNaN(best); at++) {
    const value = values[at]!;
    if (!(Math.abs(value) <= Math.abs(best))) best = value;
  }
  return best;
}

/** A row of pixels between two rows of cells: blended down once per row of cells, so that a pixel is one blend across. */
class BlendedRow {
  readonly #values: ArrayLike<number>;
  readonly #offset: number;
  readonly #rows: number;
  readonly #columns: number;
  readonly #line: Float64Array;
  readonly #lefts: Int32Array;
  readonly #shares: Float64Array;

  constructor(values: ArrayLike<number>, offset: number, rows: number, columns: number, across: Float32Array) {
    this.#values = values;
    this.#offset = offset;
    this.#rows = rows;
    this.#columns = columns;
    this.#line = new Float64Array(columns + 1);
    this.#lefts = new Int32Array(across.length);
    this.#shares = new Float64Array(across.length);
    for (const [px, place] of across.entries()) {
      const x = Math.min(columns - 1, Math.max(0, place));
      const left = Math.min(Math.floor(x), Math.max(0, columns - 2));
      this.#lefts[px] = left;
      this.#shares[px] = x - left;
    }
  }

  moveTo(place: number): void {
    const y = Math.min(this.#rows - 1, Math.max(0, place));
    const row = Math.min(Math.floor(y), Math.max(0, this.#rows - 2));
    const share = y - row;
    const upper = this.#offset + row * this.#columns;
    const lower = this.#rows > 1 ? upper + this.#columns : upper;
    for (let column = 0; column < this.#columns; column++) {
      const value = this.#values[upper + column]!;
      this.#line[column] = value + share * (this.#values[lower + column]! - value);
    }
    this.#line[this.#columns] = this.#line[this.#columns - 1]!;
  }

  /** The value at a pixel; the cell's own where that, or a neighbour, is not finite. */
  at(px: number, own: number): number {
    if (!Number.isFinite(own)) return own;
    const left = this.#lefts[px]!;
    const value = this.#line[left]!;
    const mixed = value + this.#shares[px]! * (this.#line[left + 1]! - value);
    return Number.isFinite(mixed) ? mixed : own;
  }
}

/** Bilinear between the four nearest cell centres; the cell's own value where a neighbour is not finite. */
export function between(
  values: ArrayLike<number>,
  offset: number,
  rows: number,
  columns: number,
  down: number,
  across: number,
  own: number,
): number {
  const y = Math.min(rows - 1, Math.max(0, down));
  const x = Math.min(columns - 1, Math.max(0, across));
  const row = Math.min(Math.floor(y), Math.max(0, rows - 2));
  const column = Math.min(Math.floor(x), Math.max(0, columns - 2));
  const at = offset + row * columns + column;
  const right = columns > 1 ? 1 : 0;
  const below = rows > 1 ? columns : 0;
  const upper = values[at]! + (x - column) * (values[at + right]! - values[at]!);
  const lower = values[at + below]! + (x - column) * (values[at + below + right]! - values[at + below]!);
  const mixed = upper + (y - row) * (lower - upper);
  return Number.isFinite(mixed) ? mixed : own;
}
