import type { ToBitmap } from './bitmaps.js';
import type { SceneRasterizer } from '../raster/sceneRasterizer.js';
import { buffersOf, type Change } from './pack.js';
import type { RenderAnswer, RenderReport, RenderRequest } from './protocol.js';
import type { Scene } from '../scenes/scene.js';

/** Runs a generator to its end, at once or in slices. */
export type Runner = <T>(work: Generator<undefined, T>) => T | Promise<T>;

/** Chooses what draws a scene. `isNew` tells whether it is the first of its canvas layer. */
export type ChooseRasterizer = (scene: Scene, isNew: boolean) => SceneRasterizer | Promise<SceneRasterizer>;

/** What is behind every renderer: remembers the scene of each canvas layer, applies changes to it, and has it rasterized. The same code
 * serves the worker and the page. */
export class RenderService {
  readonly #scenes = new Map<number, Record<string, unknown>>();
  readonly #toBitmap: ToBitmap;
  readonly #run: Runner;
  readonly #choose: ChooseRasterizer;

  constructor(toBitmap: ToBitmap, run: Runner, choose: ChooseRasterizer) {
    this.#toBitmap = toBitmap;
    this.#run = run;
    this.#choose = choose;
  }

  /** Draws what is asked and answers with its bitmap; null where nothing is to be said. */
  async answer(request: RenderRequest): Promise<RenderAnswer | null> {
    if (request.type === 'hello') return { type: 'ready' };
    if (request.type === 'forget') {
      this.#scenes.delete(request.canvasLayer);
      return null;
    }
    const { canvasLayer } = request;
    try {
      const isNew = !this.#scenes.has(canvasLayer);
      const { scene, returned } = this.#apply(canvasLayer, request.change);
      const { bitmap, report } = await this.#draw(scene, isNew);
      return { type: 'drawn', canvasLayer, bitmap, report, returned };
    } catch (error) {
      return { type: 'failed', canvasLayer, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #apply(canvasLayer: number, change: Change): { scene: Scene; returned: ArrayBuffer[] } {
    const fields = this.#scenes.get(canvasLayer) ?? {};
    const returned = Object.keys(change).flatMap((name) => buffersOf(fields[name]));
    Object.assign(fields, change);
    this.#scenes.set(canvasLayer, fields);
    return { scene: fields as unknown as Scene, returned };
  }

  async #draw(scene: Scene, isNew: boolean): Promise<{ bitmap: ImageBitmap; report: RenderReport }> {
    const rasterizer = this.#choose(scene, isNew);
    const { surface, report } = await this.#run(
      (rasterizer instanceof Promise ? await rasterizer : rasterizer).draw(scene),
    );
    const bitmap = await this.#toBitmap(surface);
    return { bitmap, report };
  }
}
