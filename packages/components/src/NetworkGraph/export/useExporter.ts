'use client';
import { useEffect } from 'react';
import type { LegendEntry } from '../../shared/legend/legendEntry.js';
import { useRoot } from '../../shared/Root.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { ExporterSlot } from './exportHandle.js';
import { rasterizeSvg } from './exportPng.js';
import { connectionsDataUrl } from '../../drawing/svg/connections.js';
import { exportSvg, type SvgDocument } from '../../drawing/svg/document.js';
import { backgroundOf, type SvgText } from '../../drawing/svg/text.js';
import type { CanvasController } from '../scene/canvasController.js';

/** What is written under a picture. */
export interface LegendContent {
  readonly entries: readonly LegendEntry[];
  readonly caption: string;
}

export interface ExporterOptions {
  readonly controller: CanvasController;
  readonly context: DescribeContext;
  /** Asked when something is exported: the legend is written down even where the page does not show it. */
  readonly legend: () => LegendContent;
  /** Whether there is room for a picture. */
  readonly hasPicture: boolean;
  /** The words on the picture. */
  readonly texts: () => readonly SvgText[];
  readonly root: HTMLElement | null;
}

/** Keeps the ref's exporting functions at the present picture. */
export function useExporter(exporter: ExporterSlot, options: ExporterOptions): void {
  const { theme } = useRoot();
  useEffect(() => {
    const { root, context, legend } = options;
    if (!options.hasPicture || !root) {
      exporter.fill(null);
      return;
    }
    const write = (): SvgDocument => {
      const drawn = options.controller.scene();
      if (!drawn) throw new Error('The graph has nothing to export yet: no values have come.');
      return exportSvg({
        scene: drawn,
        texts: options.texts(),
        ...legend(),
        title: root.getAttribute('aria-label') ?? context.words.label,
        theme,
        format: context.format,
        notFinite: (count) => context.words.notFinite(count, context.format),
        background: backgroundOf(root, theme.colors.surface),
        toDataUrl: (part) => connectionsDataUrl(root.ownerDocument, part),
      });
    };
    exporter.fill({
      toSVG: () => write().svg,
      toPNG: ({ scale = 2 } = {}) => {
        const { svg, width, height } = write();
        return rasterizeSvg(root.ownerDocument, svg, width, height, scale);
      },
    });
  });
}
