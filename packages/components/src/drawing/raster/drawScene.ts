import { drawCells } from './cells.js';
import { ConnectionPainter } from './connections.js';
import { PlainInking } from './plainInking.js';
import { MemoryRefusedError, type Inking } from './inking.js';
import { drawNetwork } from './network.js';
import type { Surface } from './surface.js';
import type { DrawReport } from '../worker/protocol.js';
import type { Scene } from '../scenes/scene.js';

/** What was drawn, and what there is to say of it. */
export interface Drawing {
  readonly surface: Surface;
  readonly report: DrawReport;
}

/** Draws scenes one after the other, using its memory again. */
export class SceneDrawer {
  #inking: Inking;
  #connections: ConnectionPainter;

  constructor(inking: Inking) {
    this.#inking = inking;
    this.#connections = new ConnectionPainter(inking);
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
      this.#inking = new PlainInking();
      this.#connections = new ConnectionPainter(this.#inking);
      return yield* this.#attempt(scene);
    }
  }

  *#attempt(scene: Scene): Generator<undefined, Drawing> {
    const started = performance.now();
    const surface = this.#inking.surface(scene.width * scene.scale, scene.height * scene.scale);
    const report =
      scene.kind === 'cells' ? drawCells(scene, surface) : yield* drawNetwork(scene, surface, this.#connections);
    return { surface, report: { ...report, milliseconds: performance.now() - started } };
  }
}
