import type { CellBlock, CellSigns, CellsScene } from '../scenes/cells.js';
import type { Surface } from './surface.js';

/** CSS pixels between two signs, at least; signs in a picture, at most. */
const smallestPitch = 9;
const mostSigns = 6000;
/** Blocks narrower than this have no room for signs. */
const smallestBlock = 3 * smallestPitch;

/** A dot in each cell that is clearly negative (quieter than a minus, where there are many), or one per square of cells where they are too small, by the square's mean. */
export function drawCellSigns(scene: CellsScene, signs: CellSigns, surface: Surface): void {
  const area = scene.blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  const pitch = Math.max(smallestPitch, Math.sqrt(area / mostSigns));
  for (const block of scene.blocks) {
    const table = scene.tables[block.table ?? 0];
    if (table && table.low < 0) drawBlockSigns(block, pitch, -table.low, signs, scene, surface);
  }
}

function drawBlockSigns(
  block: CellBlock,
  pitch: number,
  end: number,
  { word, least }: CellSigns,
  { values, scale }: CellsScene,
  surface: Surface,
): void {
  const { rows, columns, offset } = block;
  const across = block.width / columns;
  const down = block.height / rows;
  if (!(across > 0 && down > 0) || (columns > 1 && block.width < smallestBlock)) return;
  const strideX = Math.max(1, Math.ceil(pitch / across));
  const strideY = Math.max(1, Math.ceil(pitch / down));
  const side = Math.round(Math.max(2, Math.min(4, 0.12 * Math.min(strideX * across, strideY * down))) * scale);
  for (let top = 0; top < rows; top += strideY) {
    const bottom = Math.min(rows, top + strideY);
    for (let left = 0; left < columns; left += strideX) {
      const right = Math.min(columns, left + strideX);
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) sum += values[offset + row * columns + column] ?? 0;
      }
      const share = -sum / (end * (bottom - top) * (right - left));
      if (!(share > least)) continue;
      const x = (block.x + ((left + right) / 2) * across) * scale;
      const y = (block.y + ((top + bottom) / 2) * down) * scale;
      // As quiet as the colour below it.
      const strength = 0.3 + 0.35 * Math.min(1, share);
      surface.rectangle(Math.round(x - side / 2), Math.round(y - side / 2), side, side, word, strength);
    }
  }
}
