import type { ConnectionStyle, NetworkScene, NeuronPlace } from '../scenes/network.js';
import { brushFor, type Brush } from './brush.js';
import { connectionsOf, gapsOf, leastMagnitude, strengthAt, type Gap } from './gaps.js';
import { inkTable, type InkStrip, type InkTable } from './ink.js';
import type { RasterBackend } from './backend.js';
import { createWay, type Way } from './strokes.js';
import { blend, type Surface } from './surface.js';
import { techniqueFor } from './technique.js';

export interface ConnectionsReport {
  readonly drawn: number;
  readonly of: number;
  readonly notFinite: number;
  /** Connections whose magnitude is beyond their layer's domain: drawn at full strength. */
  readonly beyond: number;
  readonly density: readonly number[];
}

/** The share of its ink that a connection keeps while others are lit: of lines, and of net ink. */
export const DIMMED = 0.14;
const DIMMED_NET = 0.08;

/** Draws a scene's connections with a raster backend, to the surface that it gave. */
export class ConnectionRasterizer {
  readonly #backend: RasterBackend;
  #table: { readonly positive: number; readonly negative: number; readonly table: InkTable } | null = null;

  constructor(backend: RasterBackend) {
    this.#backend = backend;
  }

  *draw(scene: NetworkScene, surface: Surface): Generator<undefined, ConnectionsReport> {
    const { connectionStyle: style, scale, focus, filter } = scene;
    const backend = this.#backend;
    const topToBottom = scene.orientation === 'top-bottom';
    const rows = topToBottom ? surface.width : surface.height;
    const gaps = gapsOf(scene);
    const least = leastMagnitude(filter, gaps);
    const density: number[] = [];
    let drawn = 0;
    let notFinite = 0;
    let beyond = 0;
    const table = this.#tableFor(style);
    for (const gap of gaps) {
      const way = createWay(gap.end - gap.begin, style.curved);
      const strip = backend.begin(gap, way, rows);
      const shown = passing(gap, least);
      const technique =
        least > 0 && shown <= style.densityFrom ? 'strokes' : techniqueFor(gap.from, gap.to, style.densityFrom);
      const isNet = technique !== 'strokes';
      const count = shown === 0 ? gap.values.length : shown;
      const brush = brushFor(gap, style.domains[gap.layer] ?? 1, count, scale, { least, isNet });
      const lit = focus.length > 0 ? litIn(gap, focus) : null;
      const rest = lit === null ? brush : { ...brush, mostInk: (isNet ? DIMMED_NET : DIMMED) * brush.mostInk };
      if (shown > 0) {
        if (technique === 'strokes')
          backend.strokes(rest, { row: 0, rows: gap.from.length, column: 0, columns: gap.to.length });
        else backend[technique](rest);
      }
      if (technique === 'density' && shown > 0) density.push(gap.layer);
      drawn += shown + (lit === null ? 0 : addLit(backend, gap, strip, brush, lit));
      if (scene.wave !== null) showWave(strip, gap.layer, scene.wave, scene.wavesBackward);
      backend.resolve(gap.begin, topToBottom, table, isNet ? scale : 0);
      if (least < Infinity) beyond += backend.countBeyond(brush.domain);
      const broken = backend.countNotFinite();
      if (broken > 0 && least < Infinity) dotNotFinite(gap, surface, way, topToBottom, style.bad);
      notFinite += broken;
      yield;
    }
    return { drawn, of: connectionsOf(scene), notFinite, beyond, density };
  }

  #tableFor({ positive, negative }: ConnectionStyle): InkTable {
    if (this.#table?.positive !== positive || this.#table.negative !== negative) {
      this.#table = { positive, negative, table: inkTable(positive, negative) };
    }
    return this.#table.table;
  }
}

/** How many connections are at least that strong. */
export function passing(gap: Gap, least: number): number {
  if (least <= 0) return gap.values.length;
  if (least === Infinity) return 0;
  let count = 0;
  for (let at = 0; at < gap.values.length; at++) if (strengthAt(gap, at) >= least) count++;
  return count;
}

/** The focused neurons' rows and columns in a gap. */
export function litIn(gap: Gap, focus: readonly NeuronPlace[]): { rows: Set<number>; columns: Set<number> } {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const { layer, neuron } of focus) {
    if (layer === gap.layer - 1) rows.add(gap.fromNeurons.indexOf(neuron));
    if (layer === gap.layer) columns.add(gap.toNeurons.indexOf(neuron));
  }
  rows.delete(-1);
  columns.delete(-1);
  return { rows, columns };
}

/** The brush of the focused neurons' connections: fewer than all, they may be stronger, and all are shown alike. */
export function litBrush(
  { from, to }: Gap,
  brush: Brush,
  rows: number,
  lit: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> },
): Brush {
  const count = lit.rows.size * to.length + lit.columns.size * from.length;
  return {
    ...brush,
    mostInk: Math.min(2.4, Math.max(brush.mostInk, (1.6 * rows) / Math.max(1, count))),
    mostWidth: Math.max(brush.mostWidth, count < 300 ? brush.dash.on * 0.5 : 0),
    least: 0,
    isEmphasized: false,
  };
}

/** Draws the focused neurons' connections at full strength; returns how many of them the filter had left out. */
function addLit(
  backend: RasterBackend,
  gap: Gap,
  strip: InkStrip,
  brush: Brush,
  { rows, columns }: { rows: Set<number>; columns: Set<number> },
): number {
  const { from, to } = gap;
  const strong = litBrush(gap, brush, strip.rows, { rows, columns });
  let added = 0;
  const light = (row: number, column: number, columnCount: number): void => {
    backend.strokes(strong, { row, rows: 1, column, columns: columnCount });
    const first = row * to.length + column;
    for (let at = first; at < first + columnCount; at++) if (!(strengthAt(gap, at) >= brush.least)) added++;
  };
  for (const row of rows) light(row, 0, to.length);
  for (const column of columns) for (let row = 0; row < from.length; row++) if (!rows.has(row)) light(row, column, 1);
  return added;
}

/** Shows how far a pass has come: bright where it is, faint where it has not been. */
function showWave(strip: InkStrip, layer: number, wave: number, backward: boolean): void {
  const { columns, stride, positive, negative } = strip;
  const way = wave - (layer - 1);
  const front = way * columns;
  const band = columns * 0.25;
  for (let column = 0; column < columns; column++) {
    const past = backward ? column >= front : column <= front;
    const near = Math.max(0, 1 - Math.abs(column - front) / band);
    const strength = (past ? 0.8 : 0.12) + (way > 0 && way < 1 ? near * 0.9 : 0);
    for (let at = column * stride; at < (column + 1) * stride; at++) {
      positive[at]! *= strength;
      negative[at]! *= strength;
    }
  }
}

/** Most connections without a finite value that are dotted one by one. */
export const MOST_DOTTED = 400;

/** Dots connections whose value is NaN or infinite. */
function dotNotFinite(
  { values, from, to, begin }: Gap,
  surface: Surface,
  way: Way,
  topToBottom: boolean,
  word: number,
): void {
  let count = 0;
  for (let at = 0; at < values.length && count < MOST_DOTTED; at++) {
    if (Number.isFinite(values[at]!)) continue;
    count++;
    const start = from[Math.floor(at / to.length)]!;
    const whole = to[at % to.length]! - start;
    for (let column = 0; column + 1 < way.share.length; column++) {
      if (column % 5 > 1) continue;
      const cross = Math.floor(start + whole * way.share[column]!);
      const main = begin + column;
      blend(surface, topToBottom ? cross : main, topToBottom ? main : cross, word, 0.8);
    }
  }
}
