import type { LayerDescription } from '@neuroglow/engine';
import type { LayerPlacement } from '../drawing/scenes/network.js';
import type { LayerPlaces } from './placement.js';

export type Orientation = 'left-right' | 'top-bottom';

/** Space around the picture, in CSS pixels. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface GeometryOptions {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly margin: Margin;
  /** Whether layer names and labels of neurons take room. */
  readonly labels: boolean;
  /** Whether the last layer's values get bars. */
  readonly bars: boolean;
  /** The layer whose neurons carry small pictures, and so want more room; −1 for none. */
  readonly glyphLayer: number;
}

/** A run of hidden neurons, where its ellipsis stands. */
export interface HiddenRun {
  readonly cross: number;
  readonly from: number;
  readonly count: number;
}

/** A layer where it stands. `cross` runs along the layer, `main` along the layers. CSS pixels. */
export interface LayerGeometry extends LayerPlacement {
  readonly layer: number;
  readonly places: LayerPlaces;
  readonly hiddenRuns: readonly HiddenRun[];
  /** Distance between neighbours. */
  readonly pitch: number;
  /** Where the layer begins and ends along itself, with the discs' own size. */
  readonly low: number;
  readonly high: number;
  /** Whether each neuron's label has room. */
  readonly labelled: boolean;
}

export interface GraphGeometry {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly layers: readonly LayerGeometry[];
  /** Room that the layers' names have along the layers. */
  readonly nameRoom: number;
  /** How much larger than usual words are: 1, and more where the picture is as wide as a wall. */
  readonly wordScale: number;
}

/** Room for layers' names and neurons' labels. */
const NAME = 22;
const CAPTION = 20;
const PAGER = 26;
const BAR = 36;
/** Room for the light around a bright neuron at the edge. */
const GLOW = 14;
/** A label's width by its letters: tabular figures and short words. */
const LETTER = 6.6;
const LONGEST_LABEL = 14;

/** Words grow with pictures wider than a page, though less than they do. */
export function wordScaleFor(width: number): number {
  return Math.min(1.45, Math.max(1, width / 1400));
}

/** Where everything stands. Pure: the same description, places and size give the same picture. */
export function computeGeometry(
  descriptions: readonly LayerDescription[],
  placed: readonly LayerPlaces[],
  options: GeometryOptions,
): GraphGeometry {
  const { width, height, orientation, labels } = options;
  const across = orientation === 'left-right';
  const room = roomFor(descriptions, placed, options);
  const mainLow = across ? room.left : room.top;
  const mainHigh = across ? width - room.right : height - room.bottom;
  const crossLow = across ? room.top : room.left;
  const crossHigh = across ? height - room.bottom : width - room.right;
  const mainRoom = Math.max(1, mainHigh - mainLow);
  const crossRoom = Math.max(1, crossHigh - crossLow);

  const sizes = placed.map((places) => sizeLayer(places, placed, descriptions, options, mainRoom, crossRoom));
  evenOut(sizes);
  const taken = sizes.reduce((sum, size) => sum + 2 * size.extent, 0);
  const gap = placed.length > 1 ? Math.max(2, (mainRoom - taken) / (placed.length - 1)) : 0;
  let edge = placed.length > 1 ? mainLow : mainLow + mainRoom / 2 - (sizes[0]?.extent ?? 0);
  const layers = placed.map((places, at) => {
    const size = sizes[at]!;
    const main = edge + size.extent;
    edge += 2 * size.extent + gap;
    const bars = options.bars && at === placed.length - 1 ? barsFor(main, size, descriptions[at], options) : undefined;
    return standLayer(places, size, main, crossLow, crossRoom, options, bars);
  });
  return {
    width,
    height,
    orientation,
    layers,
    wordScale: wordScaleFor(width),
    nameRoom: labels ? (placed.length > 1 ? gap + 2 * Math.min(...sizes.map((size) => size.extent)) : mainRoom) : 0,
  };
}

interface LayerSize {
  readonly glyph: boolean;
  readonly radius: number;
  readonly pitch: number;
  /** Half of what the layer takes along the layers. */
  readonly extent: number;
  readonly tile?: { readonly main: number; readonly cross: number; readonly rows: number; readonly columns: number };
}

function sizeLayer(
  places: LayerPlaces,
  placed: readonly LayerPlaces[],
  descriptions: readonly LayerDescription[],
  options: GeometryOptions,
  mainRoom: number,
  crossRoom: number,
): LayerSize {
  const { layer } = places;
  const count = Math.max(1, places.places.length);
  if (places.mode === 'image') {
    const [rows, columns] = descriptions[layer]?.shape ?? [1, 1];
    const room = Math.min(crossRoom * 0.42, (mainRoom * 0.8) / descriptions.length, 240);
    const cell = Math.max(0.5, room / Math.max(rows, columns));
    // Whole pixels a cell while there are enough of them: cells that differ by a pixel look like a pattern.
    const whole = cell >= 3 ? Math.floor(cell) : cell;
    const across = options.orientation === 'left-right';
    const tile = { main: whole * (across ? columns : rows), cross: whole * (across ? rows : columns), rows, columns };
    return { glyph: false, radius: 0, pitch: tile.cross / count, extent: tile.main / 2, tile };
  }
  const glyph = layer === options.glyphLayer;
  const side = Math.min(mainRoom, crossRoom);
  // Few neurons make large discs far apart: a small network fills its box as a large one does.
  const widest = Math.max(...placed.map(({ mode, places: all }) => (mode === 'image' ? 1 : all.length)));
  const larger = wordScaleFor(options.width);
  const disc = Math.max(6, Math.min(20 * larger, side * 0.038), Math.min(28 * larger, (crossRoom / widest) * 0.17));
  const most = glyph ? Math.min(60, mainRoom / (descriptions.length * 3)) : disc;
  const pitch = Math.min(crossRoom / count, Math.max(52, crossRoom * 0.44));
  const radius = Math.max(0.35, Math.min(most, pitch * (glyph ? 0.44 : 0.34), mainRoom / (descriptions.length * 2.5)));
  return { glyph, radius, pitch, extent: radius };
}

/** Discs of different layers shall not differ much where all are of a comfortable size; a crowded layer does not count. */
function evenOut(sizes: LayerSize[]): void {
  const radii = sizes.filter(({ glyph }) => !glyph).map(({ radius }) => radius);
  const comfortable = radii.filter((radius) => radius >= 5 && radius >= 0.5 * Math.max(...radii));
  const most = 1.2 * Math.min(...comfortable);
  sizes.forEach((size, at) => {
    if (!size.glyph && size.radius > most) sizes[at] = { ...size, radius: most, extent: most };
  });
}

function standLayer(
  places: LayerPlaces,
  size: LayerSize,
  main: number,
  crossLow: number,
  crossRoom: number,
  { width, orientation }: GeometryOptions,
  bars: LayerPlacement['bars'],
): LayerGeometry {
  const across = orientation === 'left-right';
  const { radius, pitch } = size;
  const count = places.places.length;
  const low = crossLow + (crossRoom - pitch * count) / 2;
  const neurons: number[] = [];
  const cross: number[] = [];
  const hiddenRuns: HiddenRun[] = [];
  places.places.forEach((place, at) => {
    const here = low + (at + 0.5) * pitch;
    if (place.kind === 'hidden') {
      hiddenRuns.push({ cross: here, from: place.from, count: place.count });
    } else {
      neurons.push(place.neuron);
      cross.push(here);
    }
  });
  const tile = size.tile;
  return {
    layer: places.layer,
    places,
    neurons: Uint32Array.from(neurons),
    cross: Float32Array.from(cross),
    main,
    radius,
    reach: tile ? tile.main / 2 + 2 : radius + 1,
    hiddenRuns,
    pitch,
    low,
    high: low + pitch * count,
    labelled: pitch >= 11 * wordScaleFor(width) && !tile,
    ...(bars && { bars }),
    ...(tile && {
      tile: {
        x: Math.round(across ? main - tile.main / 2 : low),
        y: Math.round(across ? low : main - tile.main / 2),
        width: across ? tile.main : tile.cross,
        height: across ? tile.cross : tile.main,
        rows: tile.rows,
        columns: tile.columns,
      },
    }),
  };
}

/** The margin, and in it what names, labels and bars need. */
function roomFor(
  descriptions: readonly LayerDescription[],
  placed: readonly LayerPlaces[],
  { width, height, orientation, margin, labels, bars }: GeometryOptions,
): Margin {
  const across = orientation === 'left-right';
  const first = placed[0];
  const last = placed[placed.length - 1];
  const larger = wordScaleFor(width);
  const before = labels && first && first.mode !== 'image' ? Math.max(GLOW, larger * labelRoom(descriptions[0], 0)) : 0;
  const after = labels && last ? larger * labelRoom(descriptions[descriptions.length - 1], 10) : 0;
  const barRoom = bars ? larger * BAR + 8 : 0;
  if (across) {
    const side = (wanted: number): number => Math.min(wanted, width * 0.22);
    return {
      top: margin.top + (labels ? larger * NAME : 0),
      bottom: margin.bottom + larger * (labels ? (placed.some(({ pages }) => pages > 1) ? PAGER : CAPTION) : 0),
      left: margin.left + side(before),
      right: margin.right + side(after + barRoom),
    };
  }
  return {
    top: margin.top + (before > 0 ? 18 * larger : 0),
    bottom: margin.bottom + Math.min(height * 0.25, (after > 0 ? 18 * larger : 0) + barRoom),
    left: margin.left + (labels ? Math.min(110 * larger, width * 0.2) : 0),
    right: margin.right,
  };
}

/** How far labels reach beyond their layer. */
export function labelRoom(description: LayerDescription | undefined, least: number): number {
  const longest = Math.max(0, ...(description?.labels ?? []).slice(0, 256).map((label) => label.length));
  const letters = Math.min(LONGEST_LABEL, Math.max(longest, least > 0 ? String(description?.neurons ?? 0).length : 0));
  return letters === 0 ? 0 : letters * LETTER + 10;
}

function barsFor(
  main: number,
  size: LayerSize,
  description: LayerDescription | undefined,
  options: GeometryOptions,
): LayerPlacement['bars'] {
  const across = options.orientation === 'left-right';
  const larger = wordScaleFor(options.width);
  const label = options.labels ? larger * (across ? labelRoom(description, 10) : 18) : 6;
  const from = main + size.extent + Math.min(label, across ? options.width * 0.18 : 18 * larger) + 4;
  const end = (across ? options.width - options.margin.right : options.height - options.margin.bottom) - 2;
  return {
    from,
    length: Math.max(4, Math.min(larger * BAR, end - from)),
    thickness: Math.max(2, Math.min(6 * larger, size.pitch * 0.35)),
  };
}

/** A point of the picture from its coordinates along the layers and along a layer. */
export function toPoint(orientation: Orientation, main: number, cross: number): { x: number; y: number } {
  return orientation === 'left-right' ? { x: main, y: cross } : { x: cross, y: main };
}

/** Where a neuron is, with half its size; null where it has no place. */
export function locateNeuron(
  geometry: GraphGeometry,
  layer: number,
  neuron: number,
): { x: number; y: number; radius: number } | null {
  const here = geometry.layers[layer];
  const at = here?.neurons.indexOf(neuron) ?? -1;
  if (!here || at < 0) return null;
  const { tile } = here;
  if (tile) {
    const width = tile.width / tile.columns;
    const height = tile.height / tile.rows;
    return {
      x: tile.x + ((neuron % tile.columns) + 0.5) * width,
      y: tile.y + (Math.floor(neuron / tile.columns) + 0.5) * height,
      radius: Math.min(width, height) / 2,
    };
  }
  return { ...toPoint(geometry.orientation, here.main, here.cross[at] ?? 0), radius: here.radius };
}

/** The neuron under a point, or nearest to it within a finger's reach. */
export function neuronAt(geometry: GraphGeometry, x: number, y: number): { layer: number; neuron: number } | null {
  const across = geometry.orientation === 'left-right';
  const main = across ? x : y;
  const cross = across ? y : x;
  for (const here of geometry.layers) {
    const { tile } = here;
    if (tile) {
      const column = Math.floor(((x - tile.x) / tile.width) * tile.columns);
      const row = Math.floor(((y - tile.y) / tile.height) * tile.rows);
      if (column >= 0 && column < tile.columns && row >= 0 && row < tile.rows) {
        return { layer: here.layer, neuron: row * tile.columns + column };
      }
      continue;
    }
    if (Math.abs(main - here.main) > Math.max(here.radius + 4, 10)) continue;
    const nearest = nearestOf(here.cross, cross);
    const away = Math.abs((here.cross[nearest] ?? Infinity) - cross);
    const neuron = here.neurons[nearest];
    if (neuron !== undefined && away <= Math.max(here.radius + 3, Math.min(8, here.pitch / 2))) {
      return { layer: here.layer, neuron };
    }
  }
  return null;
}

/** Index of the number nearest to a value in an ascending list. */
function nearestOf(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value - (sorted[middle] ?? 0) <= (sorted[middle + 1] ?? Infinity) - value) high = middle;
    else low = middle + 1;
  }
  return low;
}
