import type { ToBitmap } from './bitmaps.js';
import { SceneDrawer } from '../raster/drawScene.js';
import { buffersOf, type Change } from './pack.js';
import type { DrawAnswer, DrawReport, DrawRequest } from './protocol.js';
import type { Scene } from '../scenes/scene.js';

/** Runs a generator to its end, at once or in slices. */
export type Runner = <T>(work: Generator<undefined, T>) => T | Promise<T>;

/** The drawer's memory: the scene of every picture. The same code serves the worker and the page. */
export class Pictures {
  readonly #scenes = new Map<number, Record<string, unknown>>();
  readonly #toBitmap: ToBitmap;
  readonly #run: Runner;
  #drawer: SceneDrawer | null = null;

  constructor(toBitmap: ToBitmap, run: Runner) {
    this.#toBitmap = toBitmap;
    this.#run = run;
  }

  /** Draws what is asked and answers with its bitmap; null where nothing is to be said. */
  async answer(request: DrawRequest): Promise<DrawAnswer | null> {
    if (request.type === 'hello') {
      this.#drawer ??= new SceneDrawer();
      return { type: 'ready' };
    }
    if (request.type === 'forget') {
      this.#scenes.delete(request.picture);
      return null;
    }
    const { picture } = request;
    try {
      const { scene, returned } = this.#apply(picture, request.change);
      const { bitmap, report } = await this.#draw(scene);
      return { type: 'drawn', picture, bitmap, report, returned };
    } catch (error) {
      return { type: 'failed', picture, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #apply(picture: number, change: Change): { scene: Scene; returned: ArrayBuffer[] } {
    const fields = this.#scenes.get(picture) ?? {};
    const returned = Object.keys(change).flatMap((name) => buffersOf(fields[name]));
    Object.assign(fields, change);
    this.#scenes.set(picture, fields);
    return { scene: fields as unknown as Scene, returned };
  }

  async #draw(scene: Scene): Promise<{ bitmap: ImageBitmap; report: DrawReport }> {
    const { surface, report } = await this.#run((this.#drawer ??= new SceneDrawer()).draw(scene));
    const bitmap = await this.#toBitmap(surface);
    return { bitmap, report };
  }
}
