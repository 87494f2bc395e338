import type { NeuronReference } from '@neuroglow/engine';
import { createThrottle, samePlainData } from '@neuroglow/engine/internal';
import { compositorOf, type CanvasLayer } from '../../drawing/client/compositor.js';
import { networkKind } from '../../drawing/raster/network.js';
import type { RenderReport } from '../../drawing/worker/protocol.js';
import type { NetworkScene } from '../../drawing/scenes/network.js';
import { answerOf } from '../labels/answer.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import type { GraphDomains, GraphScales } from '../quantities/scales.js';
import { SceneBuilder, type SceneEmphasis, type SceneOptions } from './sceneBuilder.js';

/** What the picture tells the component; each only when it changes, which is seldom. */
export interface CanvasEvents {
  readonly onDomains: (domains: GraphDomains) => void;
  readonly onReport: (report: ReportSummary) => void;
  readonly onFailed: (message: string) => void;
}

/** What of a report is written under the picture. */
export interface ReportSummary extends Pick<RenderReport, 'drawn' | 'of' | 'notFinite' | 'beyond' | 'density'> {
  /** Whether neurons have the colours of a scale; a colour function may give CSS colours instead. */
  readonly scaled: boolean;
  /** Whether the right answer for the input is known. */
  readonly hasTruth: boolean;
}

/** Milliseconds between two reports. */
const REPORT_INTERVAL = 250;

/** Milliseconds that a network without numbers waits for them before it is drawn bare. */
const BARE_WAIT = 150;

const calm: SceneEmphasis = { focus: [], selected: [], wave: null, wavesBackward: false };

/**
 * Brings numbers to the canvas without React: gathers whatever arrives between two displayed frames into one scene. Hovering, selecting and a
 * running pass only change the emphasis, and cost no more than that.
 */
export class CanvasController {
  readonly #store: NumbersStore;
  readonly #maker = new SceneBuilder();
  #events: CanvasEvents | null = null;
  #layer: CanvasLayer<NetworkScene> | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #options: SceneOptions | null = null;
  #scales: GraphScales | null = null;
  #emphasis: SceneEmphasis = calm;
  /** Calls off what is scheduled. */
  #callOff: (() => void) | null = null;
  #painted = false;
  /** Whether domains have changed that nobody was told of yet: it is done when the picture that has them is seen. */
  #grown = false;
  #stale = true;
  #report: ReportSummary | null = null;
  /** The numbers that each scene under way was made of. */
  readonly #numbersOf = new WeakMap<object, GraphNumbers>();
  #drawn: GraphNumbers | null = null;
  readonly #drawnListeners = new Set<() => void>();
  // Counts may change with every frame of a run; words that are read do not need to.
  readonly #reports = createThrottle(REPORT_INTERVAL, (summary: ReportSummary) => this.#events?.onReport(summary));

  constructor(store: NumbersStore) {
    this.#store = store;
  }

  /** Draws to a canvas until the returned function is called. */
  attach(canvas: HTMLCanvasElement, events: CanvasEvents): () => void {
    this.#canvas = canvas;
    this.#events = events;
    this.#report = null;
    this.#layer = compositorOf(canvas.ownerDocument).attach(canvas, networkKind, {
      onDrawn: (report, scene) => {
        this.#drawn = this.#numbersOf.get(scene) ?? this.#drawn;
        for (const listener of [...this.#drawnListeners]) listener();
        if (this.#grown && this.#scales) this.#events?.onDomains(this.#scales.domains);
        this.#grown = false;
        this.#tell(report);
      },
      onFailed: events.onFailed,
    });
    const stop = this.#store.subscribe(() => {
      this.#stale = true;
      this.#schedule();
      // Where nothing can be drawn, words alone follow the numbers.
      if (this.#drawn === null) for (const listener of [...this.#drawnListeners]) listener();
    });
    this.#stale = true;
    this.#painted = false;
    this.#schedule();
    return () => {
      stop();
      this.#reports.reset();
      this.#layer?.dispose();
      this.#layer = null;
      this.#events = null;
      this.#callOff?.();
      this.#callOff = null;
    };
  }

  configure(options: SceneOptions | null, scales: GraphScales): void {
    this.#options = options;
    if (this.#scales !== scales) this.#stale = true;
    this.#scales = scales;
    this.#schedule();
  }

  emphasize(change: Partial<SceneEmphasis>): void {
    this.#emphasis = { ...this.#emphasis, ...change };
    this.#schedule();
  }

  /** What the picture shows now, to be written down elsewhere; null before there is anything. */
  scene(): NetworkScene | null {
    if (!this.#options || !this.#scales) return null;
    return this.#maker.make(this.#options, this.#scales.domains, this.#store.get(), this.#emphasis);
  }

  /** The numbers of the picture that is seen; before there is one, those that it will show. */
  get drawn(): GraphNumbers {
    return this.#drawn ?? this.#store.get();
  }

  /** Calls a listener whenever another picture is seen. */
  onDrawn(listener: () => void): () => void {
    const entry = (): void => listener();
    this.#drawnListeners.add(entry);
    return () => void this.#drawnListeners.delete(entry);
  }

  get focus(): readonly NeuronReference[] {
    return this.#emphasis.focus;
  }

  #schedule(): void {
    const view = this.#canvas?.ownerDocument.defaultView;
    if (!view || !this.#layer) return;
    const paint = (): void => {
      this.#callOff = null;
      try {
        this.#paint();
      } catch (error) {
        // A colour function of the page's may throw: said in the picture's own box.
        this.#events?.onFailed(error instanceof Error ? error.message : String(error));
      }
    };
    if (this.#painted) {
      if (this.#callOff) return;
      const frame = view.requestAnimationFrame(paint);
      this.#callOff = () => view.cancelAnimationFrame(frame);
      return;
    }
    // The first picture waits for numbers and for nothing else: neither for a frame nor for the page's layout, which the browser does next.
    this.#callOff?.();
    const { weights, activations } = this.#store.get();
    if (weights || activations) {
      let isWanted = true;
      this.#callOff = () => {
        isWanted = false;
      };
      queueMicrotask(() => {
        if (isWanted) paint();
      });
      return;
    }
    const timer = view.setTimeout(paint, BARE_WAIT);
    this.#callOff = () => view.clearTimeout(timer);
  }

  /** A colour function of the caller's may throw, and nobody around an animation frame would show it. */
  #paint(): void {
    try {
      this.#paintNow();
    } catch (error) {
      this.#events?.onFailed(error instanceof Error ? error.message : String(error));
    }
  }

  #paintNow(): void {
    const options = this.#options;
    const scales = this.#scales;
    if (!options || !scales || !this.#layer) return;
    const numbers = this.#store.get();
    if (this.#stale) {
      this.#stale = false;
      if (scales.extend(numbers, this.#maker.painted(options, numbers))) this.#grown = true;
    }
    if (options.size.width > 0) {
      this.#painted = true;
      const scene = this.#maker.make(options, scales.domains, numbers, this.#emphasis);
      this.#numbersOf.set(scene, numbers);
      this.#layer.paint(scene);
    }
  }

  #tell({ drawn, of, notFinite, beyond, density }: RenderReport): void {
    const painted = this.#options && this.#maker.painted(this.#options, this.#store.get());
    const scaled = painted?.isScaled ?? true;
    const hasTruth = this.#options !== null && answerOf(this.#options.layers, this.drawn).truth >= 0;
    const summary: ReportSummary = { drawn, of, notFinite, beyond, density, scaled, hasTruth };
    if (samePlainData(summary, this.#report)) return;
    this.#report = summary;
    this.#reports.request(summary);
  }
}
