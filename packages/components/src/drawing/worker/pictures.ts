import type { ToBitmap } from './bitmaps.js';
import type { SceneDrawer } from '../raster/drawScene.js';
import { buffersOf, type Change } from './pack.js';
import type { DrawAnswer, DrawReport, DrawRequest } from './protocol.js';
import type { Scene } from '../scenes/scene.js';

/** Runs a generator to its end, at once or in slices. */
export type Runner = <T>(work: Generator<undefined, T>) => T | Promise<T>;

/** Chooses what draws a scene. `isNew` tells whether it is the first of its picture. */
export type ChooseDrawer = (scene: Scene, isNew: boolean) => SceneDrawer | Promise<SceneDrawer>;

/** The drawer's memory: the scene of every picture. The same code serves the worker and the page. */
export class Pictures {
  readonly #scenes = new Map<number, Record<string, unknown>>();
  readonly #toBitmap: ToBitmap;
  readonly #run: Runner;
  readonly #choose: ChooseDrawer;

  constructor(toBitmap: ToBitmap, run: Runner, choose: ChooseDrawer) {
    this.#toBitmap = toBitmap;
    this.#run = run;
    this.#choose = choose;
  }

  /** Draws what is asked and answers with its bitmap; null where nothing is to be said. */
  async answer(request: DrawRequest): Promise<DrawAnswer | null> {
    if (request.type === 'hello') return { type: 'ready' };
    if (request.type === 'forget') {
      this.#scenes.delete(request.picture);
      return null;
    }
    const { picture } = request;
    try {
      const isNew = !this.#scenes.has(picture);
      const { scene, returned } = this.#apply(picture, request.change);
      const { bitmap, report } = await this.#draw(scene, isNew);
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

  async #draw(scene: Scene, isNew: boolean): Promise<{ bitmap: ImageBitmap; report: DrawReport }> {
    const drawer = this.#choose(scene, isNew);
    const { surface, report } = await this.#run((drawer instanceof Promise ? await drawer : drawer).draw(scene));
    const bitmap = await this.#toBitmap(surface);
    return { bitmap, report };
  }
}
