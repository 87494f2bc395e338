import { NeuroglowError } from '@neuroglow/engine';
import type { ForwardedRef } from 'react';

export interface ExportOptions {
  /** Pixels a CSS pixel. Default 2. */
  readonly scale?: number;
}

/** What a graph can write down of itself. */
export interface Exporter {
  /**
   * The picture as it is at the call, with names and legend, as an SVG document in the theme's colours. Lines are vectors; a density picture
   * is an image. A promise, because the code that writes files is fetched when it is first needed.
   * @throws (the promise rejects) `no-source` while there is nothing to export
   */
  toSVG(): Promise<string>;
  /** The same as a PNG. */
  toPNG(options?: ExportOptions): Promise<Blob>;
}

/** The element that a graph's ref gets. */
export interface NetworkGraphElement extends HTMLDivElement, Exporter {}

/** Holds what the graph that is mounted now can export; null where it has no source, or no size. */
export interface ExporterSlot {
  current(): Exporter;
  fill(exporter: Exporter | null): void;
}

export function createExporterSlot(): ExporterSlot {
  let exporter: Exporter | null = null;
  return {
    current() {
      if (exporter === null)
        throw new NeuroglowError(
          'no-source',
          'expected a graph with a source and a size, and there is nothing to export yet; export once it is drawn.',
        );
      return exporter;
    },
    fill(next) {
      exporter = next;
    },
  };
}

/** Gives a ref the element with the exporting functions added; returns how to empty it. A function may bring its own clean-up. */
export function attachExporting(
  ref: ForwardedRef<NetworkGraphElement>,
  element: HTMLDivElement,
  slot: ExporterSlot,
): () => void {
  const extended = Object.assign(element, {
    toSVG: async () => slot.current().toSVG(),
    toPNG: async (options?: ExportOptions) => slot.current().toPNG(options),
  } satisfies Exporter);
  if (typeof ref === 'function') {
    const attach: (value: NetworkGraphElement) => unknown = ref;
    const cleanUp = attach(extended);
    return typeof cleanUp === 'function' ? (cleanUp as () => void) : () => ref(null);
  }
  if (ref) ref.current = extended;
  return () => {
    if (ref) ref.current = null;
  };
}
