import type { CellBlock, CellIsoline, CellsScene } from '../scenes/cells.js';
import { between } from './blocks.js';
import { blend, type Surface } from './surface.js';

/** Half the width of the line and of its edge, CSS pixels. */
const halfLine = 0.75;
const halfEdge = 1.75;

/**
 * A line where the values between cell centres cross a level. Each pixel measures how far it is from the crossing: |f − level| / |∇f|, with the gradient
 * from its neighbours.
 */
export function drawIsoline(scene: CellsScene, isoline: CellIsoline, surface: Surface): void {
  const values = scene.isolineValues ?? scene.values;
  for (const block of scene.blocks) drawBlockIsoline(block, values, isoline, scene.scale, surface);
}

function drawBlockIsoline(
  block: CellBlock,
  values: Float32Array,
  { level, word, edge }: CellIsoline,
  scale: number,
  surface: Surface,
): void {
  const left = Math.max(0, Math.round(block.x * scale));
  const right = Math.min(surface.width, Math.round((block.x + block.width) * scale));
  const top = Math.max(0, Math.round(block.y * scale));
  const bottom = Math.min(surface.height, Math.round((block.y + block.height) * scale));
  const across = (block.width * scale) / block.columns;
  const down = (block.height * scale) / block.rows;
  const fill = (row: Float32Array, py: number): void => {
    const y = (py + 0.5 - block.y * scale) / down - 0.5;
    for (let at = 0; at < row.length; at++) {
      const x = (left + at + 0.5 - block.x * scale) / across - 0.5;
      row[at] = between(values, block.offset, block.rows, block.columns, y, x, NaN) - level;
    }
  };
  const width = right - left + 1;
  if (width < 2 || bottom <= top) return;
  let row = new Float32Array(width);
  let below = new Float32Array(width);
  fill(row, top);
  for (let py = top; py < bottom; py++) {
    fill(below, py + 1);
    for (let at = 0; at + 1 < width; at++) {
      const here = row[at]!;
      const distance = Math.abs(here) / Math.hypot(row[at + 1]! - here, below[at]! - here);
      // NaN where the map is flat or not finite: no line there.
      if (!(distance < (halfEdge + 1) * scale)) continue;
      const cover = (half: number): number => Math.min(1, Math.max(0, half * scale + 0.5 - distance));
      blend(surface, left + at, py, edge, 0.75 * cover(halfEdge));
      blend(surface, left + at, py, word, cover(halfLine));
    }
    [row, below] = [below, row];
  }
}
