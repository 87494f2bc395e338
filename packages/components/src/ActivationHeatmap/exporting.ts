import { NeuroglowError } from '@neuroglow/engine';
import type { ForwardedRef } from 'react';
import type { LegendEntry } from '../shared/legend/legendEntry.js';
import type { NumberFormat } from '../shared/number.js';
import type { Theme } from '../shared/theme.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { PanelNumbers } from './numbers.js';
import type { Panel } from './panel.js';

/** What a heat map can write down of itself. */
export interface HeatmapExport {
  /**
   * The picture as it is at the call, as an SVG document in the theme's colours: cells as an image, names and legend as vectors.
   * @throws (the promise rejects) `no-source` while there is nothing to export
   */
  toSVG(): Promise<string>;
  /** The same as a PNG, `scale` pixels per CSS pixel (default 2). */
  toPNG(options?: { readonly scale?: number }): Promise<Blob>;
  /** The numbers of the page that is shown, in full precision: name, row, then a value per column. */
  toCSV(): Promise<string>;
}

/** The element that a heat map's ref gets. */
export interface HeatmapElement extends HTMLDivElement, HeatmapExport {}

/** Everything that is written down. */
export interface HeatmapContent {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly layout: ReturnType<Panel['layoutFor']>;
  readonly panel: Panel;
  readonly numbers: PanelNumbers;
  readonly entries: readonly LegendEntry[];
  readonly caption: string;
  readonly theme: Theme;
  readonly format: NumberFormat;
  readonly words: ActivationHeatmapMessages;
}

/** Holds what reads the panel that is mounted now; null where there is none. */
export interface ContentSlot {
  read(): HeatmapContent | null;
  fill(read: (() => HeatmapContent | null) | null): void;
}

export function createContentSlot(): ContentSlot {
  let reader: (() => HeatmapContent | null) | null = null;
  return {
    read: () => reader?.() ?? null,
    fill(next) {
      reader = next;
    },
  };
}

/** Gives a ref the element with the exporting functions added; returns how to empty it. */
export function attachExporting(
  ref: ForwardedRef<HeatmapElement>,
  element: HTMLDivElement,
  slot: ContentSlot,
): () => void {
  const content = (): HeatmapContent => {
    const now = slot.read();
    if (now) return now;
    throw new NeuroglowError(
      'no-source',
      'expected a heat map with values and a size, and there is nothing to export yet; export once it is drawn.',
    );
  };
  // Async functions, so that what is missing rejects; the content is read at the call, and the code that writes is fetched then.
  const extended = Object.assign(element, {
    toSVG: async () => {
      const now = content();
      return (await import('./writeHeatmap.js')).writeSvg(now).svg;
    },
    toPNG: async ({ scale = 2 } = {}) => {
      const now = content();
      return (await import('./writeHeatmap.js')).writePng(now, scale);
    },
    toCSV: async () => {
      const now = content();
      return (await import('./writeHeatmap.js')).writeCsv(now);
    },
  } satisfies HeatmapExport);
  if (typeof ref === 'function') {
    const attach: (value: HeatmapElement) => unknown = ref;
    const cleanUp = attach(extended);
    return typeof cleanUp === 'function' ? (cleanUp as () => void) : () => ref(null);
  }
  if (ref) ref.current = extended;
  return () => {
    if (ref) ref.current = null;
  };
}
