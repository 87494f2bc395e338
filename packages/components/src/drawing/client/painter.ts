import type { CreateDrawer, Drawer } from './drawer.js';
import { createInlineDrawer } from './inlineDrawer.js';
import { changeOf } from '../worker/pack.js';
import type { DrawAnswer, DrawReport } from '../worker/protocol.js';
import type { Scene } from '../scenes/scene.js';
import { createWorkerDrawer } from './workerDrawer.js';

export interface PictureOptions {
  /** A scene is seen now; of scenes that were replaced while they waited nothing is heard. */
  readonly onDrawn?: (report: DrawReport, scene: Scene) => void;
  readonly onFailed?: (message: string) => void;
}

/** One canvas that is drawn to. */
export interface Picture {
  /** Asks for a scene. Cheap: while one is being drawn, only the newest waits. */
  paint(scene: Scene): void;
  dispose(): void;
}

interface PictureState extends PictureOptions {
  readonly canvas: HTMLCanvasElement;
  context: ImageBitmapRenderingContext | null;
  /** The newest scene asked for. */
  wanted: Scene | null;
  /** The scene that the drawer holds. */
  sent: Scene | null;
  inFlightSince: number | null;
}

/** A drawing takes milliseconds; a worker silent for this long has died without saying so. */
const SILENCE = 10_000;
/** Milliseconds that a drawer without pictures is kept: pages that mount and unmount pictures must not start a worker for each. */
export const RETENTION = 5_000;
/** Deaths after which drawing stays on this thread. */
const MOST_DEATHS = 3;

/**
 * Draws the pictures of one document in one worker. A picture has at most one scene in flight and one waiting; a newer
 * scene replaces the waiting one. A worker that dies is replaced and given every picture anew; where workers are refused
 * the same code draws on this thread, in slices.
 */
export class Painter {
  readonly #pictures = new Map<number, PictureState>();
  readonly #createWorker: CreateDrawer;
  readonly #createInline: CreateDrawer;
  readonly #now: () => number;
  #drawer: Drawer | null = null;
  #deaths = 0;
  #release: ReturnType<typeof setTimeout> | null = null;
  #next = 1;

  constructor(
    createWorker: CreateDrawer = createWorkerDrawer,
    createInline: CreateDrawer = createInlineDrawer,
    now: () => number = () => performance.now(),
  ) {
    this.#createWorker = createWorker;
    this.#createInline = createInline;
    this.#now = now;
  }

  /** Starts drawing to a canvas. The drawer is released some seconds after the last picture. */
  attach(canvas: HTMLCanvasElement, options: PictureOptions = {}): Picture {
    const id = this.#next++;
    const state: PictureState = {
      ...options,
      canvas,
      context: null,
      wanted: null,
      sent: null,
      inFlightSince: null,
    };
    this.#pictures.set(id, state);
    this.#keepDrawer();
    // Now, so that it is ready when the first values come.
    this.#startDrawer();
    return {
      paint: (scene) => {
        if (!this.#pictures.has(id)) return;
        state.wanted = scene;
        if (state.inFlightSince === null) this.#send(id, state);
        else if (this.#now() - state.inFlightSince > SILENCE) this.#replaceDrawer();
      },
      dispose: () => {
        if (!this.#pictures.delete(id)) return;
        this.#drawer?.post({ type: 'forget', picture: id });
        if (this.#pictures.size > 0) return;
        this.#keepDrawer();
        this.#release = setTimeout(() => this.#releaseDrawer(), RETENTION);
      },
    };
  }

  #send(id: number, state: PictureState): void {
    const scene = state.wanted;
    if (scene === null) return;
    state.wanted = null;
    const change = changeOf(scene, state.sent);
    state.sent = scene;
    state.inFlightSince = this.#now();
    this.#startDrawer().post({ type: 'draw', picture: id, change });
  }

  #startDrawer(): Drawer {
    this.#drawer ??= (this.#deaths < MOST_DEATHS ? this.#createWorker : this.#createInline)(
      (answer) => {
        this.#receive(answer);
      },
      () => {
        this.#replaceDrawer();
      },
    );
    return this.#drawer;
  }

  #receive(answer: DrawAnswer): void {
    if (answer.type === 'ready') return;
    const state = this.#pictures.get(answer.picture);
    if (!state) {
      if (answer.type === 'drawn') answer.bitmap.close();
      return;
    }
    state.inFlightSince = null;
    if (answer.type === 'drawn') {
      show(state, answer.bitmap);
      if (state.sent) state.onDrawn?.(answer.report, state.sent);
    } else {
      state.onFailed?.(answer.message);
    }
    this.#send(answer.picture, state);
  }

  /** Everything a dead drawer held is sent again to the next. */
  #replaceDrawer(): void {
    this.#releaseDrawer();
    this.#deaths++;
    for (const [id, state] of this.#pictures) {
      state.wanted ??= state.sent;
      state.sent = null;
      state.inFlightSince = null;
      this.#send(id, state);
    }
  }

  #keepDrawer(): void {
    if (this.#release !== null) clearTimeout(this.#release);
    this.#release = null;
  }

  #releaseDrawer(): void {
    this.#drawer?.dispose();
    this.#drawer = null;
  }
}

function show(state: PictureState, bitmap: ImageBitmap): void {
  const { canvas } = state;
  state.context ??= canvas.getContext('bitmaprenderer');
  if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
  if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
  state.context?.transferFromImageBitmap(bitmap);
}

const painters = new WeakMap<Document, Painter>();

/** The painter that all pictures of a document share. */
export function painterOf(document: Document): Painter {
  const painter = painters.get(document) ?? new Painter();
  painters.set(document, painter);
  return painter;
}
