import { drawCells } from './raster/cells.js';
import { drawNetwork } from './raster/network.js';
import { createSurface, type Surface } from './raster/surface.js';
import type { DrawReport, Scene } from './protocol.js';

/** What was drawn, and what there is to say of it. */
export interface Drawing {
  readonly surface: Surface;
  readonly report: DrawReport;
}

/**
 * Draws a scene, pausing (yielding) now and then so that a thread with other things to do can draw in slices. A surface
 * of the right size is used again.
 */
export function* drawScene(scene: Scene, reuse: Surface | null): Generator<undefined, Drawing> {
  const width = Math.round(scene.width * scene.scale);
  const height = Math.round(scene.height * scene.scale);
  const fits = reuse !== null && reuse.width === width && reuse.height === height;
  const surface = fits ? reuse : createSurface(width, height);
  if (fits) surface.words.fill(0);
  const started = performance.now();
  const report = scene.kind === 'cells' ? drawCells(scene, surface) : yield* drawNetwork(scene, surface);
  return { surface, report: { ...report, milliseconds: performance.now() - started } };
}
