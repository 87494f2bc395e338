import { pictureShape, type LayerDescription } from '@neuroglow/engine';
import type { GeometryOptions } from './geometry.js';
import type { LayerPlaces } from './placement.js';
import type { LayerBlock } from '../../drawing/scenes/network.js';
import { blockSides, lookOf } from './layerLooks.js';
import { wordScaleFor } from './wordScale.js';

/** How large a layer's neurons are, and how far apart. */
export interface LayerSize {
  readonly glyph: boolean;
  readonly radius: number;
  readonly pitch: number;
  /** Half of what the layer takes along the layers. */
  readonly extent: number;
  readonly block?: { readonly main: number; readonly cross: number } & Pick<LayerBlock, 'sheets' | 'offset' | 'maps'>;
  readonly tile?: { readonly main: number; readonly cross: number; readonly rows: number; readonly columns: number };
}

/** The distance between the neurons of a layer: as far apart as there is room, and few of them no farther than belong together. */
export function pitchFor(count: number, crossRoom: number): number {
  return Math.min(crossRoom / Math.max(1, count), Math.max(52, crossRoom * 0.44));
}

export function sizeLayer(
  places: LayerPlaces,
  placed: readonly LayerPlaces[],
  descriptions: readonly LayerDescription[],
  options: GeometryOptions,
  mainRoom: number,
  crossRoom: number,
): LayerSize {
  const { layer } = places;
  const count = Math.max(1, places.places.length);
  if (places.mode === 'block') return sizeBlock(layer, descriptions, options, mainRoom, crossRoom);
  if (places.mode === 'image') {
    const [rows, columns] = pictureShape(descriptions[layer]?.shape) ?? [1, 1];
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
  const share = crossRoom / widest;
  // Larger where there is room, and never so large that connections have none.
  const disc = Math.max(
    ...[6, Math.min(20 * larger, side * 0.038), Math.min(28 * larger, share * 0.17)],
    Math.min(24 * larger, side * 0.046, mainRoom / (descriptions.length * 6)),
    Math.min(40 * larger, share * 0.22, mainRoom / (descriptions.length * 6)),
  );
  const most = glyph ? Math.min(60, mainRoom / (descriptions.length * 3)) : disc;
  const pitch = pitchFor(count, crossRoom);
  const radius = Math.max(0.35, Math.min(most, pitch * (glyph ? 0.44 : 0.38), mainRoom / (descriptions.length * 2.5)));
  return { glyph, radius, pitch, extent: radius };
}

/** The largest side of a block, and the least of any. CSS pixels. */
const LARGEST_BLOCK = 150;
const LEAST_BLOCK = 10;
/** From one sheet of a stack to the next. */
const SHEET_OFFSET = 4;

/** Blocks share one scale, so that a layer of fewer pixels is smaller. */
function sizeBlock(
  layer: number,
  descriptions: readonly LayerDescription[],
  { orientation }: GeometryOptions,
  mainRoom: number,
  crossRoom: number,
): LayerSize {
  const across = orientation === 'left-right';
  const sides = descriptions.filter((other) => lookOf(other) === 'block').map(blockSides);
  const own = blockSides(descriptions[layer]!);
  const mostMain = Math.max(...sides.map(({ rows, columns }) => (across ? columns : rows)));
  const mostCross = Math.max(...sides.map(({ rows, columns }) => (across ? rows : columns)));
  const unit = Math.min(
    Math.min(LARGEST_BLOCK, (mainRoom * 0.55) / descriptions.length) / mostMain,
    Math.min(LARGEST_BLOCK, crossRoom * 0.55) / mostCross,
  );
  const [along, high] = across ? [own.columns, own.rows] : [own.rows, own.columns];
  const [main, cross] = [Math.max(LEAST_BLOCK, along * unit), Math.max(LEAST_BLOCK, high * unit)];
  const behind = (own.sheets - 1) * SHEET_OFFSET;
  const { shape } = descriptions[layer]!;
  const maps = shape.length === 3 ? { rows: shape[0], columns: shape[1], channels: shape[2] } : undefined;
  const block = { main, cross, sheets: own.sheets, offset: SHEET_OFFSET, ...(maps && { maps }) };
  return { glyph: false, radius: 0, pitch: cross + behind, extent: (main + behind) / 2, block };
}

/** Discs of different layers shall not differ much where all are of a comfortable size; a crowded layer does not count. */
export function evenOut(sizes: LayerSize[]): void {
  const radii = sizes.filter(({ glyph, block }) => !glyph && !block).map(({ radius }) => radius);
  const comfortable = radii.filter((radius) => radius >= 5 && radius >= 0.5 * Math.max(...radii));
  const most = 1.2 * Math.min(...comfortable);
  sizes.forEach((size, at) => {
    if (!size.glyph && !size.block && size.radius > most) sizes[at] = { ...size, radius: most, extent: most };
  });
}
