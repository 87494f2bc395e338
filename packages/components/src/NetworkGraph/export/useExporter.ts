'use client';
import { useEffect } from 'react';
import type { LegendEntry } from '../../shared/legend/legendEntry.js';
import { useRoot } from '../../shared/Root.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { ExporterSlot } from './exportHandle.js';
import { rasterizeSvg } from './exportPng.js';
import { exportSvg, type SvgDocument } from './exportSvg.js';
import { connectionsDataUrl } from './svgConnections.js';
import { backgroundOf, readTexts } from './svgText.js';
import type { PictureController } from '../scene/pictureController.js';
import type { SceneOptions } from '../scene/scene.js';

/** What is written under a picture. */
export interface LegendContent {
  readonly entries: readonly LegendEntry[];
  readonly caption: string;
}

export interface ExporterOptions {
  readonly controller: PictureController;
  readonly scene: SceneOptions | null;
  readonly context: DescribeContext;
  /** Asked when something is exported: the legend is written down even where the page does not show it. */
  readonly legend: () => LegendContent;
  readonly root: HTMLElement | null;
}

/** Keeps the ref's exporting functions at the present picture. */
export function useExporter(exporter: ExporterSlot, options: ExporterOptions): void {
  const { theme } = useRoot();
  useEffect(() => {
    const { scene, root, context, legend } = options;
    if (!scene || !root) {
      exporter.fill(null);
      return;
    }
    const write = (): SvgDocument => {
      const drawn = options.controller.scene();
      const stage = root.querySelector<HTMLElement>('[class*="__stage"]');
      if (!drawn || !stage) throw new Error('The graph has nothing to export yet: no values have come.');
      return exportSvg({
        scene: drawn,
        texts: readTexts(stage),
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
