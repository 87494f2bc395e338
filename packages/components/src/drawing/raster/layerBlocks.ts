import { BAND_OPACITY, bandAt, type ConnectionBand, type LayerBlock, type NetworkScene } from '../scenes/network.js';
import { mapTiles } from '../scenes/mapTiles.js';
import { drawBlock, drawFrame, drawRectangle } from './blocks.js';
import { tableOf, wasReached } from './neurons.js';
import type { Surface } from './surface.js';

/** Draws the connections that are shown as a whole, below everything else. */
export function drawBands({ bands, scale, orientation, look }: NetworkScene, surface: Surface): void {
  for (const band of bands) drawBand(surface, band, scale, orientation === 'top-bottom', look.edge);
}

function drawBand(surface: Surface, band: ConnectionBand, scale: number, topToBottom: boolean, word: number): void {
  const first = Math.round(band.begin.main * scale);
  const last = Math.round(band.end.main * scale);
  for (let main = first; main < last; main++) {
    const [low, high] = bandAt(band, (main + 0.5 - first) / (last - first));
    const [from, length] = [low * scale, (high - low) * scale];
    const slice = topToBottom
      ? { x: from, y: main, width: length, height: 1 }
      : { x: main, y: from, width: 1, height: length };
    drawRectangle(surface, slice, word, BAND_OPACITY);
  }
}

/**
 * Draws layers that are shown as a whole: a stack of sheets, from the back to the front, on the front one the layer's feature maps. Returns how
 * many values were not finite.
 */
export function drawLayerBlocks(scene: NetworkScene, surface: Surface): number {
  const { layers, scale, look } = scene;
  let notFinite = 0;
  for (const [layer, { block }] of layers.entries()) {
    if (!block) continue;
    drawStack(surface, block, scale, look.empty, look.edge);
    const values = wasReached(scene, layer) ? scene.neuronValues[layer] : null;
    if (values) notFinite += drawMaps(scene, surface, layer, block, values);
  }
  return notFinite;
}

function drawMaps(
  scene: NetworkScene,
  surface: Surface,
  layer: number,
  block: LayerBlock,
  values: Float32Array,
): number {
  const { scale } = scene;
  const { rows = 0, columns = 0, channels = 0 } = block.maps ?? {};
  if (values.length !== rows * columns * channels) return 0;
  const plane = new Float32Array(rows * columns);
  let notFinite = 0;
  for (const { channel, x, y, width, height } of mapTiles(block)) {
    for (let at = 0; at < plane.length; at++) plane[at] = values[at * channels + channel]!;
    const tile = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
    const options = { scale, gap: 0, smooth: false };
    notFinite += drawBlock(surface, tile, rows, columns, plane, 0, tableOf(scene, layer), options);
  }
  return notFinite;
}

function drawStack(surface: Surface, block: LayerBlock, scale: number, fill: number, edge: number): void {
  const { width, height, sheets, offset } = block;
  for (let sheet = sheets - 1; sheet >= 0; sheet--) {
    const rectangle = {
      x: Math.round((block.x + sheet * offset) * scale),
      y: Math.round((block.y - sheet * offset) * scale),
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    };
    drawRectangle(surface, rectangle, fill);
    drawFrame(surface, rectangle, Math.max(1, Math.round(scale)), edge);
  }
}
