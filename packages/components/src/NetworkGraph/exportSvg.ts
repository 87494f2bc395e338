import type { LegendEntry } from '../controls/legendEntry.js';
import type { NetworkScene, NeuronPlace } from '../drawing/scenes/network.js';
import { wordOf, type ColorTable } from '../drawing/scenes/scale.js';
import type { NumberFormat } from '../shared/number.js';
import type { Theme } from '../shared/theme.js';
import { cssOf, svgConnections } from './svgConnections.js';
import { svgLegend } from './svgLegend.js';
import { hatchingDefinition, hatchingFill, svgFlag } from './svgMarks.js';
import { escapeXml, round, svgText, type SvgText } from './svgText.js';

export interface SvgOptions {
  readonly scene: NetworkScene;
  readonly texts: readonly SvgText[];
  readonly entries: readonly LegendEntry[];
  readonly caption: string;
  readonly title: string;
  readonly theme: Theme;
  readonly format: NumberFormat;
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
  const { scene, texts, entries, caption, title, theme, format, background, toDataUrl } = options;
  const legend = svgLegend(entries, caption, scene.width, scene.height + 4, theme, format);
  const width = Math.ceil(scene.width);
  const height = Math.ceil(scene.height + legend.height + 8);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeXml(theme.font)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml([scene.counts.join('-'), caption].filter(Boolean).join(': '))}</desc>`,
    hatchingDefinition(scene.neuronTables),
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    '<g fill="none">',
    ...svgConnections(scene, toDataUrl),
    '</g>',
    ...scene.layers.flatMap((_, layer) => layerShapes(scene, layer, background)),
    ...texts.map(svgText),
    legend.svg,
    '</svg>',
  ];
  return { svg: svg.join('\n'), width, height };
}

function layerShapes(scene: NetworkScene, layer: number, background: string): string[] {
  const placement = scene.layers[layer];
  const table = scene.neuronTables[layer];
  if (!placement || !table) return [];
  const { tile, radius, neurons, cross, main, bars } = placement;
  const values = scene.neuronValues[layer] ?? null;
  const fill = (neuron: number): string => fillOf(scene, table, layer, neuron, values?.[neuron]);
  const parts: string[] = [];
  if (tile) {
    const { x, y, width, height, rows, columns } = tile;
    parts.push(...cells(x, y, width, height, rows, columns, fill));
  }
  if (radius <= 0) return parts;
  const across = scene.orientation === 'left-right';
  const glyphs = scene.glyphs?.layer === layer && scene.glyphValues ? scene.glyphs : null;
  neurons.forEach((neuron, at) => {
    const x = round(across ? main : (cross[at] ?? 0));
    const y = round(across ? (cross[at] ?? 0) : main);
    const ring = scene.ringValues?.[layer]?.[neuron];
    const word = ring === undefined ? undefined : wordOf(scene.ringTable, ring);
    const stroke = cssOf(word ?? scene.look.outline);
    if (has(scene.selected, layer, neuron)) {
      parts.push(
        `<circle cx="${x}" cy="${y}" r="${round(radius + 3)}" fill="none" stroke="${cssOf(scene.look.accent)}" stroke-width="1.75"/>`,
      );
    }
    if (glyphs) {
      const pictures = scene.glyphValues!;
      const count = glyphs.rows * glyphs.columns;
      const cell = (index: number): string => paint(glyphs.table, pictures[neuron * count + index] ?? NaN);
      parts.push(
        ...cells(x - radius, y - radius, 2 * radius, 2 * radius, glyphs.rows, glyphs.columns, cell),
        `<rect x="${round(x - radius)}" y="${round(y - radius)}" width="${round(2 * radius)}" height="${round(2 * radius)}" fill="none" stroke="${stroke}" stroke-width="1.5"/>`,
      );
    } else if (radius < 2.5) {
      parts.push(`<circle cx="${x}" cy="${y}" r="${round(radius)}" fill="${fill(neuron)}"/>`);
    } else {
      const thickness = word === undefined ? 1 : Math.max(1.5, Math.min(radius * 0.26, 3));
      parts.push(
        `<circle cx="${x}" cy="${y}" r="${round(radius + 1.25)}" fill="${background}"/>`,
        `<circle cx="${x}" cy="${y}" r="${round(radius - thickness / 2)}" fill="${fill(neuron)}" stroke="${stroke}" stroke-width="${round(thickness)}"/>`,
      );
    }
    const value = values?.[neuron];
    const ground =
      glyphs || value === undefined ? undefined : scene.neuronWords?.[layer]?.[neuron] || wordOf(table, value);
    parts.push(...svgFlag(scene.flags?.[layer]?.[neuron] ?? 0, x, y, radius, ground ?? scene.look.empty));
    if (bars && scene.barValues) {
      const share = Math.min(1, Math.max(0, scene.barValues[neuron] ?? 0)) || 0;
      const half = bars.thickness / 2;
      const bar = (length: number, color: string): string =>
        across
          ? `<rect x="${round(bars.from)}" y="${round(y - half)}" width="${round(length)}" height="${round(2 * half)}" fill="${color}"/>`
          : `<rect x="${round(x - half)}" y="${round(bars.from)}" width="${round(2 * half)}" height="${round(length)}" fill="${color}"/>`;
      if (scene.look.track !== 0) parts.push(bar(bars.length, cssOf(scene.look.track)));
      parts.push(bar(Math.max(1, share * bars.length), fill(neuron)));
    }
  });
  return parts;
}

function cells(
  x: number,
  y: number,
  width: number,
  height: number,
  rows: number,
  columns: number,
  fill: (index: number) => string,
): string[] {
  const wide = width / columns;
  const high = height / rows;
  return Array.from({ length: rows * columns }, (_, index) => {
    const left = round(x + (index % columns) * wide);
    const top = round(y + Math.floor(index / columns) * high);
    return `<rect x="${left}" y="${top}" width="${round(wide)}" height="${round(high)}" fill="${fill(index)}"/>`;
  });
}

function fillOf(
  scene: NetworkScene,
  table: ColorTable,
  layer: number,
  neuron: number,
  value: number | undefined,
): string {
  const own = scene.neuronWords?.[layer]?.[neuron] ?? 0;
  if (own !== 0) return cssOf(own);
  if (value === undefined) return cssOf(scene.look.empty);
  return paint(table, value);
}

function paint(table: ColorTable, value: number): string {
  const word = wordOf(table, value);
  return word === undefined ? hatchingFill : cssOf(word);
}

function has(places: readonly NeuronPlace[], layer: number, neuron: number): boolean {
  return places.some((place) => place.layer === layer && place.neuron === neuron);
}
