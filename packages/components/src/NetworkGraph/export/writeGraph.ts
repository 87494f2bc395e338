// Fetched when a graph is first exported.
import { connectionsDataUrl } from '../../drawing/svg/connections.js';
import { exportSvg, type SvgDocument } from '../../drawing/svg/document.js';
import { backgroundOf } from '../../drawing/svg/text.js';
import { graphTexts } from '../labels/graphTexts.js';
import type { GraphContent } from './graphContent.js';
import { rasterizeSvg } from '../../drawing/svg/rasterizeSvg.js';

/** A graph's content as an SVG document. */
export function writeSvg({ root, scene, texts, pictures, legend, context, theme }: GraphContent): SvgDocument {
  return exportSvg({
    scene,
    texts: graphTexts(texts),
    pictures,
    ...legend,
    title: root.getAttribute('aria-label') ?? context.words.label,
    theme,
    format: context.format,
    notFinite: (count) => context.words.notFinite(count, context.format),
    background: backgroundOf(root, theme.colors.surface),
    toDataUrl: (part) => connectionsDataUrl(root.ownerDocument, part),
  });
}

/** A graph's content as a PNG, `scale` pixels a CSS pixel. */
export function writePng(content: GraphContent, scale: number): Promise<Blob> {
  const { svg, width, height } = writeSvg(content);
  return rasterizeSvg(content.root.ownerDocument, svg, width, height, scale);
}
