import type { CreateRenderer, Renderer } from './renderer.js';
import { createPageRenderer } from './pageRenderer.js';
import { registerSceneKind, type SceneKind } from '../raster/sceneKind.js';
import { changeOf } from '../worker/pack.js';
import type { RenderAnswer, RenderReport } from '../worker/protocol.js';
import type { Scene } from '../scenes/scene.js';
import { createWorkerRenderer } from './workerRenderer.js';

export interface CanvasLayerOptions {
  /** A scene is on screen now. Not called for scenes that were replaced while they waited. */
  readonly onDrawn?: (report: RenderReport, scene: Scene) => void;
  readonly onFailed?: (message: string) => void;
}

/** One canvas that is drawn to. */
export interface CanvasLayer<S extends Scene = Scene> {
  /** Asks for a scene. Cheap: while one is being drawn, only the newest waits. */
  paint(scene: S): void;
  dispose(): void;
}

interface CanvasLayerState extends CanvasLayerOptions {
  readonly canvas: HTMLCanvasElement;
  context: ImageBitmapRenderingContext | null;
  /** The newest scene asked for. */
  wanted: Scene | null;
  /** The scene that the renderer holds. */
  sent: Scene | null;
  inFlightSince: number | null;
}

/** A drawing takes milliseconds; a worker silent for this long has died without saying so. */
const SILENCE = 10_000;
/** Milliseconds that a renderer without canvas layers is kept: pages that mount and unmount pictures must not start a worker for each. */
export const RETENTION = 5_000;
/** Deaths after which drawing stays on this thread. */
const MOST_DEATHS = 3;

/**
 * Shows scenes on all canvases of one document, with one renderer. Each canvas layer has at most one scene in flight and one waiting; a newer
 * scene replaces the waiting one. A worker that dies is replaced and is sent every layer's scene again. Where workers are refused, the same
 * code draws on this thread, in slices.
 */
export class Compositor {
  readonly #layers = new Map<number, CanvasLayerState>();
  readonly #createWorker: CreateRenderer;
  readonly #createPage: CreateRenderer;
  readonly #now: () => number;
  #renderer: Renderer | null = null;
  #deaths = 0;
  #release: ReturnType<typeof setTimeout> | null = null;
  #next = 1;

  constructor(
    createWorker: CreateRenderer = createWorkerRenderer,
    createPage: CreateRenderer = createPageRenderer,
    now: () => number = () => performance.now(),
  ) {
    this.#createWorker = createWorker;
    this.#createPage = createPage;
    this.#now = now;
  }

  /** Starts drawing scenes of a kind to a canvas. The renderer is released some seconds after the last layer. */
  attach<S extends Scene>(
    canvas: HTMLCanvasElement,
    kind: SceneKind<S>,
    options: CanvasLayerOptions = {},
  ): CanvasLayer<S> {
    registerSceneKind(kind);
    const id = this.#next++;
    const state: CanvasLayerState = {
      ...options,
      canvas,
      context: null,
      wanted: null,
      sent: null,
      inFlightSince: null,
    };
    this.#layers.set(id, state);
    this.#keepRenderer();
    // Now, so that it is ready when the first values come.
    this.#startRenderer();
    return {
      paint: (scene) => {
        if (!this.#layers.has(id)) return;
        state.wanted = scene;
        if (state.inFlightSince === null) this.#send(id, state);
        else if (this.#now() - state.inFlightSince > SILENCE) this.#replaceRenderer();
      },
      dispose: () => {
        if (!this.#layers.delete(id)) return;
        this.#renderer?.post({ type: 'forget', canvasLayer: id });
        if (this.#layers.size > 0) return;
        this.#keepRenderer();
        this.#release = setTimeout(() => this.#releaseRenderer(), RETENTION);
      },
    };
  }

  #send(id: number, state: CanvasLayerState): void {
    const scene = state.wanted;
    if (scene === null) return;
    state.wanted = null;
    const change = changeOf(scene, state.sent);
    state.sent = scene;
    state.inFlightSince = this.#now();
    this.#startRenderer().post({ type: 'draw', canvasLayer: id, change });
  }

  #startRenderer(): Renderer {
    this.#renderer ??= (this.#deaths < MOST_DEATHS ? this.#createWorker : this.#createPage)(
      (answer) => {
        this.#receive(answer);
      },
      () => {
        this.#replaceRenderer();
      },
    );
    return this.#renderer;
  }

  #receive(answer: RenderAnswer): void {
    if (answer.type === 'ready') return;
    const state = this.#layers.get(answer.canvasLayer);
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
    this.#send(answer.canvasLayer, state);
  }

  /** Everything a dead renderer held is sent again to the next. */
  #replaceRenderer(): void {
    this.#releaseRenderer();
    this.#deaths++;
    for (const [id, state] of this.#layers) {
      state.wanted ??= state.sent;
      state.sent = null;
      state.inFlightSince = null;
      this.#send(id, state);
    }
  }

  #keepRenderer(): void {
    if (this.#release !== null) clearTimeout(this.#release);
    this.#release = null;
  }

  #releaseRenderer(): void {
    this.#renderer?.dispose();
    this.#renderer = null;
  }
}

function show(state: CanvasLayerState, bitmap: ImageBitmap): void {
  const { canvas } = state;
  state.context ??= canvas.getContext('bitmaprenderer');
  if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
  if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
  state.context?.transferFromImageBitmap(bitmap);
}

const compositors = new WeakMap<Document, Compositor>();

/** The compositor that all pictures of a document share. */
export function compositorOf(document: Document): Compositor {
  const compositor = compositors.get(document) ?? new Compositor();
  compositors.set(document, compositor);
  return compositor;
}
