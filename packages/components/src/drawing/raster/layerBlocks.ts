import { BAND_OPACITY, bandAt, type ConnectionBand, type LayerBlock, type NetworkScene } from '../scenes/network.js';
import { drawFrame, drawRectangle } from './blocks.js';
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

/** Draws layers that are shown as a whole: a stack of sheets, from the back to the front. */
export function drawLayerBlocks({ layers, scale, look }: NetworkScene, surface: Surface): void {
  for (const { block } of layers) if (block) drawStack(surface, block, scale, look.empty, look.edge);
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
