import { tableOf, wasReached } from '../raster/neurons.js';
import { mapTiles } from '../scenes/mapTiles.js';
import {
  BAND_OPACITY,
  type BandEnd,
  type ConnectionBand,
  type LayerBlock,
  type NetworkScene,
} from '../scenes/network.js';
import { wordOf } from '../scenes/scale.js';
import { cells } from './neurons.js';
import { cssOf } from './connections.js';
import { round } from './text.js';

/** The connections that are shown as a whole, as filled paths. */
export function svgBands({ bands, orientation, look }: NetworkScene): string[] {
  return bands.map(
    (band) =>
      `<path d="${outline(band, orientation === 'left-right')}" fill="${cssOf(look.edge)}" fill-opacity="${BAND_OPACITY}"/>`,
  );
}

/** Along one edge and back along the other. A cubic whose handles are a third long is 3t² − 2t³, and moved by 4/3 of the bulge it has the bulge. */
function outline({ begin, end, bulge }: ConnectionBand, across: boolean): string {
  const third = (end.main - begin.main) / 3;
  const point = (main: number, cross: number): string =>
    across ? `${round(main)},${round(cross)}` : `${round(cross)},${round(main)}`;
  const moved = (bulge * 4) / 3;
  const edge = (from: BandEnd, to: BandEnd, side: 'low' | 'high', step: number): string =>
    `C${point(from.main + step, from[side] + moved)} ${point(to.main - step, to[side] + moved)} ${point(to.main, to[side])}`;
  return `M${point(begin.main, begin.low)}${edge(begin, end, 'low', third)}L${point(end.main, end.high)}${edge(end, begin, 'high', -third)}Z`;
}

/** A layer that is shown as a whole: a stack of sheets, from the back to the front, and its feature maps on the front one. */
export function svgLayerBlock(scene: NetworkScene, layer: number): string[] {
  const { layers, look } = scene;
  const block = layers[layer]?.block;
  if (!block) return [];
  const sheets = Array.from({ length: block.sheets }, (_, at) => {
    const away = (block.sheets - 1 - at) * block.offset;
    return `<rect x="${round(block.x + away + 0.5)}" y="${round(block.y - away + 0.5)}" width="${round(block.width - 1)}" height="${round(block.height - 1)}" fill="${cssOf(look.empty)}" stroke="${cssOf(look.edge)}"/>`;
  });
  const values = wasReached(scene, layer) ? scene.neuronValues[layer] : null;
  return values ? [...sheets, ...svgMaps(scene, layer, block, values)] : sheets;
}

function svgMaps(scene: NetworkScene, layer: number, block: LayerBlock, values: Float32Array): string[] {
  const { rows = 0, columns = 0, channels = 0 } = block.maps ?? {};
  if (values.length !== rows * columns * channels) return [];
  const table = tableOf(scene, layer);
  return mapTiles(block).flatMap(({ channel, x, y, width, height }) =>
    cells(x, y, width, height, rows, columns, 0, (pixel) => {
      const word = wordOf(table, values[pixel * channels + channel]!);
      return cssOf(word ?? table.bad[0]);
    }),
  );
}
