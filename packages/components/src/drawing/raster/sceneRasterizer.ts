import { drawCells } from './cells.js';
import { ConnectionRasterizer } from './connections.js';
import { PlainBackend } from './plainBackend.js';
import { MemoryRefusedError, type RasterBackend } from './backend.js';
import { drawNetwork } from './network.js';
import type { Surface } from './surface.js';
import type { RenderReport } from '../worker/protocol.js';
import type { Scene } from '../scenes/scene.js';

/** What was drawn, and what there is to say of it. */
export interface Drawing {
  readonly surface: Surface;
  readonly report: RenderReport;
}

/** Draws scenes one after the other, using its memory again. */
export class SceneRasterizer {
  #backend: RasterBackend;
  #connections: ConnectionRasterizer;

  constructor(backend: RasterBackend) {
    this.#backend = backend;
    this.#connections = new ConnectionRasterizer(backend);
  }

  /**
   * Draws a scene, pausing (yielding) now and then so that a thread with other things to do can draw in slices. The drawing's surface
   * is valid until the next call.
   */
  *draw(scene: Scene): Generator<undefined, Drawing> {
    try {
      return yield* this.#attempt(scene);
    } catch (error) {
      if (!(error instanceof MemoryRefusedError)) throw error;
      // Plain code needs no memory in one piece.
      this.#backend = new PlainBackend();
      this.#connections = new ConnectionRasterizer(this.#backend);
      return yield* this.#attempt(scene);
    }
  }

  *#attempt(scene: Scene): Generator<undefined, Drawing> {
    const started = performance.now();
    const surface = this.#backend.surface(scene.width * scene.scale, scene.height * scene.scale);
    const report =
      scene.kind === 'cells' ? drawCells(scene, surface) : yield* drawNetwork(scene, surface, this.#connections);
    return { surface, report: { ...report, milliseconds: performance.now() - started } };
  }
}
