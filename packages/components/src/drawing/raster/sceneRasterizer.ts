import { MemoryRefusedError, type RasterBackend } from './backend.js';
import { sceneKindOf, type DrawScene } from './sceneKind.js';
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
  readonly #createFallback: (() => RasterBackend) | null;
  #backend: RasterBackend;
  #draws = new Map<Scene['kind'], DrawScene>();

  /** @param createFallback makes the backend that takes over where the first gets no memory */
  constructor(backend: RasterBackend, createFallback: (() => RasterBackend) | null = null) {
    this.#backend = backend;
    this.#createFallback = createFallback;
  }

  /**
   * Draws a scene, pausing (yielding) now and then so that a thread with other things to do can draw in slices. The drawing's surface
   * is valid until the next call.
   */
  *draw(scene: Scene): Generator<undefined, Drawing> {
    try {
      return yield* this.#attempt(scene);
    } catch (error) {
      if (!(error instanceof MemoryRefusedError) || !this.#createFallback) throw error;
      this.#backend = this.#createFallback();
      this.#draws = new Map();
      return yield* this.#attempt(scene);
    }
  }

  *#attempt(scene: Scene): Generator<undefined, Drawing> {
    const started = performance.now();
    const surface = this.#backend.surface(scene.width * scene.scale, scene.height * scene.scale);
    const draw = this.#draws.get(scene.kind) ?? sceneKindOf(scene).createDraw(this.#backend);
    this.#draws.set(scene.kind, draw);
    const report = yield* draw(scene, surface);
    return { surface, report: { ...report, milliseconds: performance.now() - started } };
  }
}
