import type { ConnectionStyle, NetworkScene, NeuronPlace } from '../scenes/network.js';
import { Density } from './density.js';
import { addFan, FanSums } from './fans.js';
import { connectionsOf, gapsOf, leastMagnitude, type Gap } from './gaps.js';
import { InkMemory, inkTable, resolveInk, type InkStrip, type InkTable } from './ink.js';
import { addStroke, createWay, type Dash, type Way } from './strokes.js';
import { blend, type Surface } from './surface.js';

export interface ConnectionsReport {
  readonly drawn: number;
  readonly of: number;
  readonly notFinite: number;
  readonly density: readonly number[];
}

/** Above this many between two layers, widths could not be told apart, and hairlines are drawn twice as fast. */
const HAIRLINES = 600;

/** How the connections between two layers are drawn. */
export type Technique = 'strokes' | 'fans' | 'density';

/** Strokes up to this many, whatever else could be done: they have widths, dashes and curves of their own. */
const FEW = 4096;
/** Neurons on the narrow side up to which a fan for each is cheaper than a density picture. */
const MOST_FANS = 24;

/**
 * Chosen by measurement (280 × 560 pixels, milliseconds): strokes 3.2 a thousand connections; fans 0.5 a neuron of the narrow side, exact
 * where the wide side's lines lie closer than their own thickness; a density picture 8, however many.
 */
export function techniqueFor(from: Float32Array, to: Float32Array, densityFrom: number): Technique {
  const count = from.length * to.length;
  if (count <= FEW) return 'strokes';
  const wide = from.length >= to.length ? from : to;
  const narrow = Math.min(from.length, to.length);
  const pitch = Math.abs((wide[wide.length - 1] ?? 0) - (wide[0] ?? 0)) / Math.max(1, wide.length - 1);
  if (narrow <= MOST_FANS && pitch > 0 && pitch <= 2 && isEven(wide, pitch)) return 'fans';
  return count <= densityFrom ? 'strokes' : 'density';
}

function isEven(positions: Float32Array, pitch: number): boolean {
  const first = positions[0] ?? 0;
  return positions.every((position, at) => Math.abs(position - first - at * pitch) < 1);
}

/** Ink and width of a connection by magnitude: strong ones are thick and opaque, weak ones pale hairlines. */
export interface Brush {
  readonly domain: number;
  readonly mostInk: number;
  readonly mostWidth: number;
  /** 0: ink grows with magnitude; 1: with its square, so that among very many the weak ones step back. */
  readonly contrast: number;
  readonly dash: Dash;
}

export function brushFor(gap: Gap, domain: number, count: number, scale: number): Brush {
  const room = (spanOf(gap.from) + spanOf(gap.to)) / 2 + 8 * scale;
  return {
    domain: domain > 0 ? domain : 1,
    // The more lines share a pixel, the less ink each may leave; by their number, not by their values, so that a colour keeps its meaning.
    mostInk: Math.min(2.2, (3.2 * room) / Math.max(1, count)),
    mostWidth: scale * (count > HAIRLINES ? 1 : Math.min(3, Math.max(1, 44 / Math.sqrt(Math.max(1, count))))),
    contrast: 0.75 * Math.min(1, count / 400),
    dash: { on: 5 * scale, period: 8.5 * scale },
  };
}

function spanOf(positions: Float32Array): number {
  return Math.abs((positions[positions.length - 1] ?? 0) - (positions[0] ?? 0));
}

export function inkOf(brush: Brush, magnitude: number): number {
  const share = magnitude >= brush.domain ? 1 : magnitude / brush.domain;
  return brush.mostInk * share * (1 - brush.contrast * (1 - share));
}

/** Below it a line could not be seen even where many cross. */
export const LEAST_INK = 0.002;

/** Draws connections into a scene's surface, and remembers what it needs to do so fast again. */
export class ConnectionPainter {
  readonly #memory = new InkMemory();
  #density: Density | null = null;
  #table: { readonly positive: number; readonly negative: number; readonly table: InkTable } | null = null;

  *draw(scene: NetworkScene, surface: Surface): Generator<undefined, ConnectionsReport> {
    const { connectionStyle: style, scale, focus, filter } = scene;
    const topToBottom = scene.orientation === 'top-bottom';
    const rows = topToBottom ? surface.width : surface.height;
    const gaps = gapsOf(scene);
    const least = leastMagnitude(filter, gaps);
    const density: number[] = [];
    let drawn = 0;
    let notFinite = 0;
    const table = this.#tableFor(style);
    for (const gap of gaps) {
      const columns = gap.end - gap.begin;
      const strip = this.#memory.strip(columns, rows);
      const way = createWay(columns, style.curved);
      const shown = passing(gap, least);
      const brush = brushFor(gap, style.domains[gap.layer] ?? 1, shown === 0 ? gap.values.length : shown, scale);
      const lit = focus.length > 0 ? litIn(gap, focus) : null;
      let technique = techniqueFor(gap.from, gap.to, style.densityFrom);
      if (shown <= style.densityFrom && least > 0) technique = 'strokes';
      const rest = lit === null ? 1 : 0.14;
      if (shown > 0) {
        if (technique === 'strokes') addStrokes(gap, strip, way, brush, least, rest);
        else if (technique === 'fans') addFans(gap, strip, way, brush, least, rest);
        else this.#addDensity(gap, strip, way, brush, least, rest);
      }
      if (technique === 'density' && shown > 0) density.push(gap.layer);
      drawn += shown + (lit === null ? 0 : addLit(gap, strip, way, brush, lit, least));
      if (scene.wave !== null) showWave(strip, gap.layer, scene.wave, scene.wavesBackward);
      resolveInk(strip, surface, gap.begin, topToBottom, table, technique === 'strokes' ? 0 : scale);
      notFinite += markNotFinite(gap, surface, way, topToBottom, style.bad, least === Infinity);
      yield;
    }
    return { drawn, of: connectionsOf(scene.counts), notFinite, density };
  }

  #tableFor({ positive, negative }: ConnectionStyle): InkTable {
    if (this.#table?.positive !== positive || this.#table.negative !== negative) {
      this.#table = { positive, negative, table: inkTable(positive, negative) };
    }
    return this.#table.table;
  }

  #addDensity(gap: Gap, strip: InkStrip, way: Way, brush: Brush, least: number, strength: number): void {
    const size = strip.rows > 200 ? 256 : 128;
    if (this.#density?.size !== size) this.#density = new Density(size);
    this.#density.add(strip, way, gap.values, gap.from, gap.to, {
      most: strength * brush.mostInk,
      domain: brush.domain,
      contrast: brush.contrast,
      least,
    });
  }
}

export function passing(gap: Gap, least: number): number {
  if (least <= 0) return gap.values.length;
  if (least === Infinity) return 0;
  let count = 0;
  for (let at = 0; at < gap.values.length; at++) if (Math.abs(gap.values[at]!) >= least) count++;
  return count;
}

function addStrokes(gap: Gap, strip: InkStrip, way: Way, brush: Brush, least: number, strength: number): void {
  const { values, from, to } = gap;
  let at = 0;
  for (let row = 0; row < from.length; row++) {
    for (let column = 0; column < to.length; column++) {
      const value = values[at++]!;
      const magnitude = value < 0 ? -value : value;
      if (!(magnitude >= least)) continue;
      stroke(strip, way, brush, from[row]!, to[column]!, value, strength * inkOf(brush, magnitude), magnitude);
    }
  }
}

/** A connection's thickness in device pixels. */
export function widthOf(brush: Brush, magnitude: number): number {
  return 0.7 + (brush.mostWidth - 0.7) * Math.min(1, magnitude / brush.domain);
}

function stroke(
  strip: InkStrip,
  way: Way,
  brush: Brush,
  from: number,
  to: number,
  value: number,
  ink: number,
  magnitude: number,
): void {
  if (!(ink > LEAST_INK) || magnitude === Infinity) return;
  const width = widthOf(brush, magnitude);
  const last = strip.rows - 3;
  const start = from < 2 ? 2 : from > last ? last : from;
  const end = to < 2 ? 2 : to > last ? last : to;
  const into = value < 0 ? strip.negative : strip.positive;
  addStroke(into, strip, way, start, end, ink, width, value < 0 ? brush.dash : null);
}

function addFans(gap: Gap, strip: InkStrip, way: Way, brush: Brush, least: number, strength: number): void {
  const { values, from, to } = gap;
  const fromIsWide = from.length >= to.length;
  const wide = fromIsWide ? from : to;
  const narrow = fromIsWide ? to : from;
  const pitch = (wide[wide.length - 1]! - wide[0]!) / (wide.length - 1);
  const fan = new FanSums(wide.length);
  const alongWide = fromIsWide ? to.length : 1;
  const alongNarrow = fromIsWide ? 1 : to.length;
  for (let corner = 0; corner < narrow.length; corner++) {
    fan.restart();
    for (let at = 0; at < wide.length; at++) {
      const value = values[at * alongWide + corner * alongNarrow]!;
      const magnitude = Math.abs(value);
      // Where nothing is finite nothing is added: one NaN must not blacken the rest of the fan.
      const ink = magnitude >= least && magnitude < Infinity ? strength * inkOf(brush, magnitude) : 0;
      fan.add(value < 0 ? 0 : ink, value < 0 ? ink : 0);
    }
    addFan(strip, way, fan.sums, wide[0]!, pitch, narrow[corner]!, fromIsWide ? 1 : -1);
  }
}

/** The focused neurons' rows and columns in a gap. */
function litIn(gap: Gap, focus: readonly NeuronPlace[]): { rows: Set<number>; columns: Set<number> } {
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

/** Draws the focused neurons' connections at full strength; returns how many of them the filter had left out. */
function addLit(
  gap: Gap,
  strip: InkStrip,
  way: Way,
  brush: Brush,
  { rows, columns }: { rows: Set<number>; columns: Set<number> },
  least: number,
): number {
  const { values, from, to } = gap;
  const count = rows.size * to.length + columns.size * from.length;
  const strong: Brush = {
    ...brush,
    mostInk: Math.min(2.4, Math.max(brush.mostInk, (1.6 * strip.rows) / Math.max(1, count))),
    mostWidth: Math.max(brush.mostWidth, count < 300 ? brush.dash.on * 0.5 : 0),
  };
  let added = 0;
  const light = (row: number, column: number): void => {
    const value = values[row * to.length + column]!;
    const magnitude = Math.abs(value);
    if (!(magnitude >= least)) added++;
    stroke(strip, way, strong, from[row]!, to[column]!, value, inkOf(strong, magnitude), magnitude);
  };
  for (const row of rows) for (let column = 0; column < to.length; column++) light(row, column);
  for (const column of columns) for (let row = 0; row < from.length; row++) if (!rows.has(row)) light(row, column);
  return added;
}

/** Shows how far a pass has come: bright where it is, faint where it has not been. */
function showWave(strip: InkStrip, layer: number, wave: number, backward: boolean): void {
  const { columns, rows, positive, negative } = strip;
  const way = wave - (layer - 1);
  const front = way * columns;
  const band = columns * 0.25;
  for (let column = 0; column < columns; column++) {
    const past = backward ? column >= front : column <= front;
    const near = Math.max(0, 1 - Math.abs(column - front) / band);
    const strength = (past ? 0.8 : 0.12) + (way > 0 && way < 1 ? near * 0.9 : 0);
    for (let at = column * rows; at < (column + 1) * rows; at++) {
      positive[at]! *= strength;
      negative[at]! *= strength;
    }
  }
}

/** Most connections without a finite value that are dotted one by one; all are counted. */
const MOST_DOTTED = 400;

/** Dots connections whose value is NaN or infinite, and counts them. */
function markNotFinite(
  gap: Gap,
  surface: Surface,
  way: Way,
  topToBottom: boolean,
  word: number,
  onlyCount: boolean,
): number {
  const { values, from, to } = gap;
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    if (Number.isFinite(values[at]!)) continue;
    count++;
    if (onlyCount || count > MOST_DOTTED) continue;
    const start = from[Math.floor(at / to.length)]!;
    const whole = to[at % to.length]! - start;
    for (let column = 0; column + 1 < way.share.length; column++) {
      if (column % 5 > 1) continue;
      const cross = Math.floor(start + whole * way.share[column]!);
      const main = gap.begin + column;
      blend(surface, topToBottom ? cross : main, topToBottom ? main : cross, word, 0.8);
    }
  }
  return count;
}
