'use client';
import { useEffect } from 'react';
import { useRoot } from '../../shared/Root.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { GraphTextOptions } from '../labels/graphTexts.js';
import type { CanvasController } from '../scene/canvasController.js';
import type { ExporterSlot } from './exportHandle.js';
import type { GraphContent, LegendContent } from './graphContent.js';
import { picturesUpon } from './picturesUpon.js';

export interface ExporterOptions {
  readonly controller: CanvasController;
  readonly context: DescribeContext;
  /** Asked when something is exported: the legend is written down even where the page does not show it. */
  readonly legend: () => LegendContent;
  /** What the words on the picture depend on; null while there is no room for a picture. */
  readonly texts: () => GraphTextOptions | null;
  readonly root: HTMLElement | null;
  /** What `renderNeuron` draws lies in elements of this class within the stage. */
  readonly stage: Element | null;
  readonly own: string;
}

/** Keeps the ref's exporting functions at the present picture. */
export function useExporter(exporter: ExporterSlot, options: ExporterOptions): void {
  const { theme } = useRoot();
  useEffect(() => {
    const { root, context, legend, controller } = options;
    if (!options.texts() || !root) {
      exporter.fill(null);
      return;
    }
    // The content is that of the moment of the call; the code that writes it may still have to be fetched.
    const content = (): GraphContent => {
      const scene = controller.scene();
      const texts = options.texts();
      if (!scene || !texts) throw new Error('The graph has nothing to export yet: no values have come.');
      const pictures = options.stage ? picturesUpon(options.stage, options.own) : [];
      return { root, scene, texts, pictures, legend: legend(), context, theme };
    };
    exporter.fill({
      toSVG: async () => {
        const now = content();
        return (await import('./writeGraph.js')).writeSvg(now).svg;
      },
      toPNG: async ({ scale = 2 } = {}) => {
        const now = content();
        return (await import('./writeGraph.js')).writePng(now, scale);
      },
    });
  });
}
