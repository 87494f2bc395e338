// Fetched when a heat map is first exported.
import { svgLegend } from '../drawing/svg/legend.js';
import { rasterizeSvg } from '../drawing/svg/rasterizeSvg.js';
import { backgroundOf, escapeXml, round, svgText } from '../drawing/svg/text.js';
import type { HeatmapContent } from './exporting.js';
import { rowsOfBlocks } from './tableRows.js';

interface Written {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 12;
const labelSize = 11;

export function writeSvg(content: HeatmapContent): Written {
  const { root, canvas, layout, numbers, entries, caption, theme, format, words } = content;
  const picture = { width: canvas.clientWidth, height: canvas.clientHeight };
  const background = backgroundOf(root, theme.colors.surface);
  const legend = svgLegend(entries, caption, picture.width, picture.height + 10, {
    ...{ theme, format },
    notFinite: (count) => words.notFinite(count, format),
  });
  const width = Math.ceil(picture.width + 2 * margin);
  const height = Math.ceil(picture.height + 10 + legend.height + 2 * margin);
  const title = root.getAttribute('aria-label') ?? words.label;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeXml(theme.font)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(numbers.summary(format))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>`,
    `<g transform="translate(${margin}, ${margin})">`,
    `<image width="${round(picture.width)}" height="${round(picture.height)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="${canvas.toDataURL()}"/>`,
    ...layout.labels.map(({ text, x, y, width: room, height: line, align }) =>
      svgText({
        ...{ text, y: y + line / 2, size: labelSize, bold: false, color: theme.colors.muted },
        x: align === 'end' ? x + room : align === 'center' ? x + room / 2 : x,
        anchor: align === 'center' ? 'middle' : align,
      }),
    ),
    legend.svg,
    '</g>',
    '</svg>',
  ];
  return { svg: svg.join('\n'), width, height };
}

export function writePng(content: HeatmapContent, scale: number): Promise<Blob> {
  const { svg, width, height } = writeSvg(content);
  return rasterizeSvg(content.root.ownerDocument, svg, width, height, scale);
}

export function writeCsv({ layout, panel, numbers }: HeatmapContent): string {
  const rows = rowsOfBlocks(layout, panel, numbers);
  const columns = Math.max(0, ...rows.map(({ values }) => values.length));
  const head = ['name', 'row', ...Array.from({ length: columns }, (_, column) => String(column + 1))];
  const lines = rows.map(({ name, row, values }) => [quoted(name), String(row), ...Array.from(values, String)]);
  return [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** A text as a CSV field (RFC 4180). */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
