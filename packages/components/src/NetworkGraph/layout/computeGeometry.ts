import type { LayerDescription } from '@neuroglow/engine';
import type { GeometryOptions, GraphGeometry, HiddenRun, LayerGeometry } from './geometry.js';
import { evenOut, sizeLayer, type LayerSize } from './layerSizes.js';
import type { LayerPlaces } from './placement.js';
import { hasLabels, LABEL_GAP, barSpaceInGap, marginsFor, type GraphMargins } from './margins.js';
import { stackedWidth, wordScaleFor, wordWidth } from './wordScale.js';

/** Where everything stands. Pure: the same description, places and size give the same picture. */
export function computeGeometry(
  descriptions: readonly LayerDescription[],
  placed: readonly LayerPlaces[],
  options: GeometryOptions,
): GraphGeometry {
  const geometry = layOut(descriptions, placed, options, 1);
  const { orientation, nameRoom, wordScale } = geometry;
  if (!options.labels || orientation === 'top-bottom') return geometry;
  const needsLine = placed.some(({ layer, mode }) => {
    const { name = '' } = descriptions[layer] ?? {};
    return (
      mode !== 'image' &&
      mode !== 'block' &&
      wordWidth(name, wordScale) > nameRoom &&
      fitsStacked(name, nameRoom, wordScale)
    );
  });
  return needsLine ? layOut(descriptions, placed, options, 2) : geometry;
}

/** Whether a name of two words has room one word below the other. */
function fitsStacked(name: string, room: number, wordScale: number): boolean {
  return name.split(' ').length === 2 && stackedWidth(name, wordScale) <= room;
}

function layOut(
  descriptions: readonly LayerDescription[],
  placed: readonly LayerPlaces[],
  options: GeometryOptions,
  nameLines: 1 | 2,
): GraphGeometry {
  const { width, height, orientation, labels } = options;
  const across = orientation === 'left-right';
  const margins = marginsFor(descriptions, placed, options, nameLines);
  const mainLow = across ? margins.left : margins.top;
  const mainHigh = across ? width - margins.right : height - margins.bottom;
  const crossLow = across ? margins.top : margins.left;
  const crossHigh = across ? height - margins.bottom : width - margins.right;
  const mainRoom = Math.max(1, mainHigh - mainLow);
  const crossSpace = Math.max(1, crossHigh - crossLow);

  const sizes = placed.map((places) => sizeLayer(places, placed, descriptions, options, mainRoom, crossSpace));
  evenOut(sizes);
  const taken = sizes.reduce((sum, size) => sum + 2 * size.extent, 0);
  const gap = placed.length > 1 ? Math.max(2, (mainRoom - taken) / (placed.length - 1)) : 0;
  let edge = placed.length > 1 ? mainLow : mainLow + mainRoom / 2 - (sizes[0]?.extent ?? 0);
  const layers = placed.map((places, at) => {
    const size = sizes[at]!;
    const main = edge + size.extent;
    edge += 2 * size.extent + gap;
    const here = standLayer(places, size, main, crossLow, crossSpace, options);
    if (at === placed.length - 1 && !size.block)
      return margins.bars ? withBeside(here, margins.bars, size, options) : here;
    if (!options.beside.has(places.layer) || size.tile || size.block) return here;
    return withBeside(here, barSpaceInGap(gap, width), size, options);
  });
  return {
    width,
    height,
    orientation,
    layers,
    wordScale: wordScaleFor(width),
    nameRoom: labels ? (placed.length > 1 ? gap + 2 * Math.min(...sizes.map((size) => size.extent)) : mainRoom) : 0,
    nameLines,
  };
}

function standLayer(
  places: LayerPlaces,
  size: LayerSize,
  main: number,
  crossLow: number,
  crossSpace: number,
  { width, orientation }: GeometryOptions,
): LayerGeometry {
  const across = orientation === 'left-right';
  const { radius, pitch } = size;
  // A block has no places, and takes the room of one.
  const count = Math.max(1, places.places.length);
  const low = crossLow + (crossSpace - pitch * count) / 2;
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
  const { tile, block } = size;
  return {
    layer: places.layer,
    places,
    neurons: Uint32Array.from(neurons),
    cross: Float32Array.from(cross),
    main,
    radius,
    reach: tile ? tile.main / 2 + 2 : block ? size.extent + 2 : radius + 1,
    hiddenRuns,
    pitch,
    low,
    high: low + pitch * count,
    labelled: hasLabels(pitch, width) && !tile && !block,
    // To the edge of the picture, before the first layer and after the others; between its neighbours in a layer that lies.
    labelRoom: Math.max(0, across ? (places.layer === 0 ? main : width - main) - radius - LABEL_GAP - 2 : pitch - 4),
    labelLift: 0,
    ...(block && {
      block: {
        x: Math.round(across ? main - size.extent : low),
        // Sheets behind stand to the right and above.
        y: Math.round((across ? low : main - size.extent) + (block.sheets - 1) * block.offset),
        width: across ? block.main : block.cross,
        height: across ? block.cross : block.main,
        ...{ sheets: block.sheets, offset: block.offset },
        ...(block.maps && { maps: block.maps }),
      },
    }),
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

function withBeside(
  here: LayerGeometry,
  { away, length, shift }: NonNullable<GraphMargins['bars']>,
  { extent, pitch }: LayerSize,
  { width, orientation }: GeometryOptions,
): LayerGeometry {
  const larger = wordScaleFor(width);
  const thick = shift > 0 ? 3 * larger : Math.max(2, Math.min(6 * larger, pitch * 0.35));
  const from = here.main + extent + away;
  const isBeside = orientation === 'left-right' && shift === 0;
  return {
    ...here,
    labelRoom: isBeside ? Math.max(0, away - LABEL_GAP - 2) : here.labelRoom,
    labelLift: shift / 2,
    bars: { from, length, thickness: thick, shift },
    beside: { from, length, shift },
  };
}
