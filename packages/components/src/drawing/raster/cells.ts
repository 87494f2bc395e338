import type { RenderReport } from '../worker/protocol.js';
import type { CellsScene } from '../scenes/cells.js';
import { drawBlock } from './blocks.js';
import { drawCellMarks } from './cellMarks.js';
import type { SceneKind } from './sceneKind.js';
import type { Surface } from './surface.js';

/** Heat maps. */
export const cellsKind: SceneKind<CellsScene> = {
  kind: 'cells',
  createDraw: () =>
    // eslint-disable-next-line require-yield -- a heat map is drawn in one go
    function* (scene, surface) {
      return drawCells(scene, surface);
    },
};

/** Draws the blocks of a heat map, then the marks over them: both from one scene, so that a mark never lies on another frame's cells. */
function drawCells(scene: CellsScene, surface: Surface): Omit<RenderReport, 'milliseconds'> {
  const { scale, values, tables, gap = 0, smooth = false } = scene;
  let notFinite = 0;
  for (const block of scene.blocks) {
    const table = tables[block.table ?? 0];
    if (!table) continue;
    const rectangle = {
      x: block.x * scale,
      y: block.y * scale,
      width: block.width * scale,
      height: block.height * scale,
    };
    notFinite += drawBlock(surface, rectangle, block.rows, block.columns, values, block.offset, table, {
      scale,
      gap: Math.round(gap * scale),
      smooth,
    });
  }
  drawCellMarks(scene, surface);
  return { notFinite, beyond: 0, drawn: 0, of: 0, density: [] };
}
