import type { CellBlock } from '../drawing/scenes/cells.js';

/** Neurons of one layer that lie in a grid: cells of a strip, or pictures side by side. CSS pixels. */
export interface CellGroup {
  readonly layer: number;
  /** How many cells are shown. */
  readonly neurons: number;
  /** Which neuron each cell stands for, where not all are shown in their own order. Default: neuron i at place i. */
  readonly members?: readonly number[] | null;
  /** What the first cell shown stands for, without `members`. Default 0. */
  readonly first?: number;
  readonly columns: number;
  readonly x: number;
  readonly y: number;
  /** From one neuron's left or top edge to the next one's. */
  readonly pitchX: number;
  readonly pitchY: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface HeatmapLayout {
  readonly groups: readonly CellGroup[];
  readonly blocks: readonly CellBlock[];
  /** Height of the line under each neuron's picture; 0 for none. */
  readonly caption: number;
  /** Thin rectangles over the cells. */
  readonly lines?: readonly Box[];
  /** How many pages there are where not everything fits; 1 otherwise. */
  readonly pages?: number;
}

/** What the layout needs to know of a layer. */
export interface LayerCells {
  readonly neurons: number;
  readonly shape: readonly [rows: number, columns: number] | null;
  /** Whether its neurons have labels, which need room below. */
  readonly labels: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room for a layer's name above its cells. */
export const headerHeight = 22;
/** Room for labels under a strip's cells. */
export const labelHeight = 18;
const layerGap = 10;
const largestCell = 48;
const comfortableCell = 18;
const columnGap = 28;

/**
 * Layers from the input on: those that are images as images, at the left where there is width for it; the others as strips, one below the
 * other, with cells of one size wherever one row is enough.
 */
export function layoutLayers(layers: readonly LayerCells[], width: number, height: number): HeatmapLayout {
  const images = layers.flatMap(({ shape }, layer) => (shape ? [layer] : []));
  const strips = layers.flatMap(({ shape }, layer) => (shape ? [] : [layer]));
  const groups: CellGroup[] = [];
  const item = (layer: number): StackItem => {
    const { shape, labels } = layers[layer]!;
    return { layer, weight: shape ? 3 : 1, room: labels && !shape ? labelHeight : 0 };
  };
  const place = (layer: number, box: Box): void => {
    const { neurons, shape, labels } = layers[layer]!;
    groups[layer] = shape ? imageGroup(layer, neurons, shape, box) : stripGroup(layer, neurons, box, labels);
  };
  if (images.length > 0 && strips.length > 0 && width >= 440) {
    const side = Math.min(width * 0.34, (height - headerHeight * images.length) / images.length);
    stack(images.map(item), { x: 0, y: 0, width: side, height }, place);
    const x = side + columnGap;
    stack(strips.map(item), { x, y: 0, width: width - x, height }, place);
  } else {
    stack(
      layers.map((_, layer) => item(layer)),
      { x: 0, y: 0, width, height },
      place,
    );
  }
  const even = evenCells(groups, strips);
  let offset = 0;
  const blocks = even.flatMap((group) => {
    const start = offset;
    offset += group.neurons;
    return valueBlocks(group.neurons, group.columns, start, group.layer, {
      x: group.x,
      y: group.y,
      cellWidth: group.pitchX,
      cellHeight: group.pitchY,
    });
  });
  return { groups: even, blocks, caption: 0 };
}

/** What a layer asks for in a stack: a share of the height, and room that is its own beside. */
interface StackItem {
  readonly layer: number;
  readonly weight: number;
  readonly room: number;
}

/** Divides a box among layers, from the top: room for names and labels first, what is left by weight. */
function stack(items: readonly StackItem[], box: Box, place: (layer: number, box: Box) => void): void {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const taken = items.reduce((sum, { room }) => sum + room + headerHeight, (items.length - 1) * layerGap);
  let { y } = box;
  for (const { layer, weight, room } of items) {
    const height = Math.max(0, ((box.height - taken) * weight) / total) + room;
    place(layer, { x: box.x, y: y + headerHeight, width: box.width, height });
    y += headerHeight + height + layerGap;
  }
}

function imageGroup(layer: number, neurons: number, [rows, columns]: readonly [number, number], box: Box): CellGroup {
  const cell = Math.max(0, Math.min(box.width / columns, box.height / rows));
  return grid(layer, neurons, columns, box, cell, cell);
}

/** One row where its cells are large enough, else as many rows as make the cells largest. */
function stripGroup(layer: number, neurons: number, box: Box, labels: boolean): CellGroup {
  const room = box.height - (labels ? labelHeight : 0);
  let best = grid(layer, neurons, neurons, box, 0, 0);
  for (let rows = 1; rows <= neurons; rows++) {
    const columns = Math.ceil(neurons / rows);
    const width = Math.min(box.width / columns, largestCell);
    const height = Math.min(room / rows, width);
    // One row reads best: a second one is only for cells that would be too small to be told apart.
    if (rows > 1 && best.cellWidth >= comfortableCell) break;
    if (height <= best.cellHeight) {
      if (rows > 1 && width > height) break;
      continue;
    }
    best = grid(layer, neurons, columns, box, width, height);
  }
  return best;
}

/** Strips of one row get the same cells, so that layers can be compared by eye. */
function evenCells(groups: readonly CellGroup[], strips: readonly number[]): readonly CellGroup[] {
  const single = strips.filter((layer) => groups[layer]!.columns === groups[layer]!.neurons);
  const size = Math.min(...single.map((layer) => groups[layer]!.cellWidth));
  return groups.map((group) => {
    if (!single.includes(group.layer) || size < 16) return group;
    return grid(group.layer, group.neurons, group.columns, group, size, Math.min(group.cellHeight, size));
  });
}

function grid(
  layer: number,
  neurons: number,
  columns: number,
  { x, y }: Pick<Box, 'x' | 'y'>,
  cellWidth: number,
  cellHeight: number,
): CellGroup {
  return { layer, neurons, columns, x, y, pitchX: cellWidth, pitchY: cellHeight, cellWidth, cellHeight };
}

/** What the layout needs to know of pictures: their size in cells, and how many there are. */
export interface PictureCells {
  readonly layer: number;
  readonly neurons: number;
  readonly rows: number;
  readonly columns: number;
  /** Values of one picture; fewer than rows · columns where the last row is not full. */
  readonly values: number;
  /** The neurons to show, in this order. Default: all. */
  readonly members?: readonly number[] | null;
}

const captionHeight = 20;
const pictureGap = 10;
const largestPicture = 208;
/** One picture alone may fill the box: there is nothing to compare it with. */
const largestOnlyPicture = 640;

/** Width / height of a box that pictures fill, numbers and a legend below included; for a box that is not told how high it is to be. */
export function aspectOfPictures({
  neurons,
  rows,
  columns,
}: Pick<PictureCells, 'neurons' | 'rows' | 'columns'>): number {
  const width = 420;
  const legend = 64;
  const aspect = columns / rows;
  const across = Math.max(1, Math.ceil(Math.sqrt(neurons / aspect)));
  const picture = Math.min(largestPicture * Math.max(1, aspect), (width - pictureGap * (across - 1)) / across);
  const down = Math.ceil(neurons / across);
  const height = down * (picture / aspect + captionHeight) + (down - 1) * pictureGap + legend;
  return Math.min(2.4, Math.max(0.6, width / height));
}

/** Pictures narrower than this show nothing: then there are pages. */
const smallestPicture = 18;
/** Fewer pictures than this always share a page, however little room there is. */
const fewPictures = 16;

/** How many pictures fit on a page. */
function picturesPerPage(aspect: number, width: number, height: number): number {
  const across = Math.max(1, Math.floor((width + 4) / (smallestPicture * Math.max(1, aspect) + 4)));
  const down = Math.max(1, Math.floor((height + 4) / (smallestPicture / Math.min(1, aspect) + 4)));
  return Math.max(fewPictures, across * down);
}

/** One picture per neuron, in as many columns as make the pictures largest; numbered where there is room; in pages where there are too many. */
export function layoutPictures(pictures: PictureCells, width: number, height: number, page = 0): HeatmapLayout {
  const perPage = picturesPerPage(pictures.columns / pictures.rows, width, height);
  const all = pictures.members ?? null;
  const total = all?.length ?? pictures.neurons;
  if (total <= perPage) return layoutPage({ ...pictures, neurons: total }, width, height);
  const pages = Math.ceil(total / perPage);
  const from = Math.min(page, pages - 1) * perPage;
  const members = Array.from({ length: Math.min(perPage, total - from) }, (_, at) => all?.[from + at] ?? from + at);
  return { ...layoutPage({ ...pictures, neurons: members.length, members }, width, height), pages };
}

function layoutPage(pictures: PictureCells, width: number, height: number): HeatmapLayout {
  const { layer, neurons, rows, columns, values, members = null } = pictures;
  const aspect = columns / rows;
  const largest = neurons === 1 ? largestOnlyPicture : largestPicture;
  let best = { across: 1, width: 0, height: 0, caption: 0, gap: 0 };
  for (let across = 1; across <= neurons; across++) {
    const down = Math.ceil(neurons / across);
    for (const caption of [captionHeight, 0]) {
      const gap = caption > 0 ? pictureGap : 4;
      const byWidth = (width - gap * (across - 1)) / across;
      const byHeight = ((height - gap * (down - 1)) / down - caption) * aspect;
      const candidate = Math.floor(Math.min(byWidth, byHeight, largest * Math.max(1, aspect)));
      // Numbers are worth a third of the size, but never under pictures too narrow for them.
      if (caption > 0 && candidate < 36) continue;
      const score = caption > 0 ? candidate * 1.6 : candidate;
      const bestScore = best.caption > 0 ? best.width * 1.6 : best.width;
      if (score > bestScore) best = { across, width: candidate, height: candidate / aspect, caption, gap };
    }
  }
  // What is left over of width and height goes between the pictures, as far as they still belong together.
  const between = (room: number, count: number, pitch: number): number =>
    count > 1 ? Math.floor(Math.min((room + best.gap - count * pitch) / (count - 1), best.gap * 1.6)) : 0;
  const down = Math.ceil(neurons / best.across);
  const across = best.width + best.gap;
  const along = best.height + best.caption + best.gap;
  const pitchX = across + between(width, best.across, across);
  const pitchY = along + Math.max(0, between(height, down, along));
  const group: CellGroup = {
    layer,
    neurons,
    members,
    columns: best.across,
    x: 0,
    y: 0,
    pitchX,
    pitchY,
    cellWidth: best.width,
    cellHeight: best.height,
  };
  const blocks = Array.from({ length: neurons }, (_, neuron) => {
    const { x, y } = cellOf(group, neuron);
    const cellWidth = best.width / columns;
    const cellHeight = best.height / rows;
    return valueBlocks(values, columns, (members?.[neuron] ?? neuron) * values, 0, { x, y, cellWidth, cellHeight });
  }).flat();
  return { groups: [group], blocks, caption: best.caption };
}

/** A vector of values as rows of cells: one block, and another for a last row that is not full. */
function valueBlocks(
  values: number,
  columns: number,
  offset: number,
  table: number,
  at: { readonly x: number; readonly y: number; readonly cellWidth: number; readonly cellHeight: number },
): CellBlock[] {
  const { x, y, cellWidth, cellHeight } = at;
  const block = (rows: number, across: number, from: number, top: number): CellBlock => ({
    x,
    y: top,
    width: across * cellWidth,
    height: rows * cellHeight,
    rows,
    columns: across,
    offset: offset + from,
    table,
  });
  const full = Math.floor(values / columns);
  const rest = values - full * columns;
  const blocks = full > 0 ? [block(full, columns, 0, y)] : [];
  if (rest > 0) blocks.push(block(1, rest, full * columns, y + full * cellHeight));
  return blocks;
}

/** Where the cell at a place lies. */
export function cellOf(group: CellGroup, place: number): Box {
  return {
    x: group.x + (place % group.columns) * group.pitchX,
    y: group.y + Math.floor(place / group.columns) * group.pitchY,
    width: group.cellWidth,
    height: group.cellHeight,
  };
}

/** The neuron that the cell at a place stands for. */
export function memberAt(group: CellGroup, place: number): number {
  return group.members?.[place] ?? place + (group.first ?? 0);
}

/** The place of a neuron's cell; null where it is not shown. */
export function placeOf(group: CellGroup, neuron: number): number | null {
  const place = group.members ? group.members.indexOf(neuron) : neuron - (group.first ?? 0);
  return place >= 0 && place < group.neurons ? place : null;
}

/** The place under a point; null between cells and outside of them. */
export function placeAt(group: CellGroup, x: number, y: number): number | null {
  if (!(group.pitchX > 0) || !(group.pitchY > 0)) return null;
  const column = Math.floor((x - group.x) / group.pitchX);
  const row = Math.floor((y - group.y) / group.pitchY);
  if (column < 0 || column >= group.columns || row < 0) return null;
  const place = row * group.columns + column;
  return place < group.neurons ? place : null;
}

/** How many rows a group's cells take. */
export function rowsOf(group: CellGroup): number {
  return Math.ceil(group.neurons / group.columns);
}

/** Rows that Page Up and Page Down move by. */
const pageOfRows = 10;

/** The place that a key leads to, as in a grid: Home and End are the ends of the row, with Ctrl those of the grid; null for other keys. */
export function placeByKey(
  group: CellGroup,
  from: number,
  { key, ctrlKey = false }: { readonly key: string; readonly ctrlKey?: boolean },
): number | null {
  const { columns } = group;
  const last = group.neurons - 1;
  const row = from - (from % columns);
  if (key === 'Home') return ctrlKey ? 0 : row;
  if (key === 'End') return ctrlKey ? last : Math.min(last, row + columns - 1);
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * Math.min(pageOfRows, Math.floor(from / columns)),
    PageDown: columns * Math.min(pageOfRows, Math.floor((last - from) / columns)),
  };
  const move = moves[key];
  if (move === undefined) return null;
  const next = from + move;
  return next < 0 || next > last ? from : next;
}
