import type { LegendEntry } from '../../shared/legend/legendEntry.js';
import type { NetworkScene } from '../scenes/network.js';
import type { NumberFormat } from '../../shared/number.js';
import type { Theme } from '../../shared/theme.js';
import { svgConnections } from './connections.js';
import { svgLegend } from './legend.js';
import { svgBands, svgLayerBlock } from './layerBlocks.js';
import { hatchingDefinition } from './marks.js';
import { svgLayer } from './neurons.js';
import { svgPicture, type SvgPicture } from './pictures.js';
import { escapeXml, svgText, type SvgText } from './text.js';

export interface SvgOptions {
  readonly scene: NetworkScene;
  readonly texts: readonly SvgText[];
  /** What a caller draws upon neurons. */
  readonly pictures: readonly SvgPicture[];
  readonly entries: readonly LegendEntry[];
  readonly caption: string;
  readonly title: string;
  readonly theme: Theme;
  readonly format: NumberFormat;
  /** How many values are not finite, in words. */
  readonly notFinite: (count: number) => string;
  readonly background: string;
  /** Makes an image of connections that are too many for vectors. */
  readonly toDataUrl: (scene: NetworkScene) => string | null;
}

export interface SvgDocument {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The picture as an SVG document: vectors but for density pictures and cells, the theme's real colours, no styles, no scripts. */
export function exportSvg(options: SvgOptions): SvgDocument {
  const { scene, texts, pictures, entries, caption, title, theme, background, toDataUrl } = options;
  const legend = svgLegend(entries, caption, scene.width, scene.height + 4, options);
  const width = Math.ceil(scene.width);
  const height = Math.ceil(scene.height + legend.height + 8);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeXml(theme.font)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml([scene.counts.join('-'), caption].filter(Boolean).join(': '))}</desc>`,
    hatchingDefinition(scene.neuronTables),
    `<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>`,
    '<g fill="none">',
    ...svgConnections(scene, toDataUrl),
    '</g>',
    ...svgBands(scene),
    ...scene.layers.flatMap((_, layer) => [...svgLayerBlock(scene, layer), ...svgLayer(scene, layer, background)]),
    ...pictures.map(svgPicture),
    ...texts.map(svgText),
    legend.svg,
    '</svg>',
  ];
  return { svg: svg.join('\n'), width, height };
}
