import { drawCells } from './raster/cells.js';
import { ConnectionPainter } from './raster/connections.js';
import { drawNetwork } from './raster/network.js';
import { createSurface, type Surface } from './raster/surface.js';
import type { DrawReport, Scene } from './protocol.js';

/** What was drawn, and what there is to say of it. */
export interface Drawing {
  readonly surface: Surface;
  readonly report: DrawReport;
}

/** Draws scenes one after the other, using its memory again. */
export class SceneDrawer {
  readonly #connections = new ConnectionPainter();
  #surface: Surface | null = null;

  /**
   * Draws a scene, pausing (yielding) now and then so that a thread with other things to do can draw in slices. The drawing's surface
   * is valid until the next call.
   */
  *draw(scene: Scene): Generator<undefined, Drawing> {
    const started = performance.now();
    const surface = this.#clearSurface(scene.width * scene.scale, scene.height * scene.scale);
    const report =
      scene.kind === 'cells' ? drawCells(scene, surface) : yield* drawNetwork(scene, surface, this.#connections);
    return { surface, report: { ...report, milliseconds: performance.now() - started } };
  }

  #clearSurface(width: number, height: number): Surface {
    const known = this.#surface;
    if (known !== null && known.width === Math.round(width) && known.height === Math.round(height)) {
      known.words.fill(0);
      return known;
    }
    this.#surface = createSurface(width, height);
    return this.#surface;
  }
}
