import type { ForwardedRef, RefObject } from 'react';

export interface ExportOptions {
  /** Pixels a CSS pixel. Default 2. */
  readonly scale?: number;
}

/** What a graph can write down of itself. */
export interface Exporter {
  /** The picture as it is now, with names and legend, as an SVG document in the theme's colours. Lines are vectors; a density picture is an image. */
  toSVG(): string;
  /** The same as a PNG. */
  toPNG(options?: ExportOptions): Promise<Blob>;
}

/** The element that a graph's ref gets. */
export interface NetworkGraphElement extends HTMLDivElement, Exporter {}

/**
 * A ref for the component's element that adds the exporting functions to it before the caller's own ref sees it.
 */
export function createExportHandle(
  ref: ForwardedRef<NetworkGraphElement>,
  exporter: RefObject<Exporter | null>,
): (element: HTMLDivElement | null) => void {
  let cleanUp: unknown;
  const current = (): Exporter => {
    if (!exporter.current) throw new Error('The graph has nothing to export yet: it has no source, or no size.');
    return exporter.current;
  };
  return (element) => {
    const extended =
      element &&
      Object.assign(element, {
        toSVG: () => current().toSVG(),
        toPNG: (options?: ExportOptions) => current().toPNG(options),
      } satisfies Exporter);
    if (typeof ref === 'function') {
      if (element === null && typeof cleanUp === 'function') (cleanUp as () => void)();
      else cleanUp = (ref as (value: NetworkGraphElement | null) => unknown)(extended);
    } else if (ref) {
      ref.current = extended;
    }
  };
}
