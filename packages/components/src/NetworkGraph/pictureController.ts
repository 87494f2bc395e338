import type { NeuronReference } from '@neuroglow/engine';
import { painterOf, type Picture } from '../drawing/painter.js';
import type { DrawReport } from '../drawing/protocol.js';
import type { NetworkScene } from '../drawing/scenes/network.js';
import type { NumbersStore } from './numbers.js';
import type { GraphDomains, GraphScales } from './scales.js';
import { SceneMaker, type SceneEmphasis, type SceneOptions } from './scene.js';

/** What the picture tells the component; each only when it changes, which is seldom. */
export interface PictureEvents {
  readonly onDomains: (domains: GraphDomains) => void;
  readonly onReport: (report: ReportSummary) => void;
  readonly onFailed: (message: string) => void;
}

/** What of a report is written under the picture. */
export interface ReportSummary extends Pick<DrawReport, 'drawn' | 'of' | 'notFinite' | 'density'> {
  /** Whether neurons have the colours of a scale; a colour function may give CSS colours instead. */
  readonly scaled: boolean;
}

const calm: SceneEmphasis = { focus: [], selected: [], wave: null, wavesBackward: false };

/**
 * Brings numbers to the canvas without React: gathers whatever arrives between two displayed frames into one scene. Hovering, selecting and a
 * running pass only change the emphasis, and cost no more than that.
 */
export class PictureController {
  readonly #store: NumbersStore;
  readonly #maker = new SceneMaker();
  #events: PictureEvents | null = null;
  #picture: Picture | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #options: SceneOptions | null = null;
  #scales: GraphScales | null = null;
  #emphasis: SceneEmphasis = calm;
  #scheduled: number | null = null;
  #stale = true;
  #report = '';

  constructor(store: NumbersStore) {
    this.#store = store;
  }

  /** Draws to a canvas until the returned function is called. */
  attach(canvas: HTMLCanvasElement, events: PictureEvents): () => void {
    this.#canvas = canvas;
    this.#events = events;
    this.#report = '';
    this.#picture = painterOf(canvas.ownerDocument).attach(canvas, {
      onDrawn: (report) => {
        this.#tell(report);
      },
      onFailed: events.onFailed,
    });
    const stop = this.#store.subscribe(() => {
      this.#stale = true;
      this.#schedule();
    });
    this.#stale = true;
    this.#schedule();
    return () => {
      stop();
      this.#picture?.dispose();
      this.#picture = null;
      this.#events = null;
      if (this.#scheduled !== null) canvas.ownerDocument.defaultView?.cancelAnimationFrame(this.#scheduled);
      this.#scheduled = null;
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

  get focus(): readonly NeuronReference[] {
    return this.#emphasis.focus;
  }

  #schedule(): void {
    const view = this.#canvas?.ownerDocument.defaultView;
    if (!view || !this.#picture || this.#scheduled !== null) return;
    this.#scheduled = view.requestAnimationFrame(() => {
      this.#scheduled = null;
      this.#paint();
    });
  }

  #paint(): void {
    const options = this.#options;
    const scales = this.#scales;
    if (!options || !scales || !this.#picture) return;
    const numbers = this.#store.get();
    if (this.#stale) {
      this.#stale = false;
      const own = this.#maker.ownColors(options, numbers);
      if (scales.extend(numbers, own?.values ?? null)) this.#events?.onDomains(scales.domains);
    }
    if (options.size.width > 0) {
      this.#picture.paint(this.#maker.make(options, scales.domains, numbers, this.#emphasis));
    }
  }

  #tell({ drawn, of, notFinite, density }: DrawReport): void {
    const own = this.#options && this.#maker.ownColors(this.#options, this.#store.get());
    const summary: ReportSummary = { drawn, of, notFinite, density, scaled: own?.scaled ?? true };
    const key = JSON.stringify(summary);
    if (key === this.#report) return;
    this.#report = key;
    this.#events?.onReport(summary);
  }
}
