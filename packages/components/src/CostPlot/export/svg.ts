import { escapeXml, round, svgText, type SvgText } from '../../drawing/svg/text.js';
import type { NumberFormat } from '../../shared/number.js';
import type { Theme } from '../../shared/theme.js';
import { textWidth } from '../../shared/textWidth.js';
import type { Size } from '../../shared/useSize.js';
import type { PlotX } from '../axes/horizontal.js';
import { horizontalTicks, verticalTicks } from '../scene/labels.js';
import { markShape } from '../scene/paint.js';
import { projectionOf, traceLine, type PlotBox } from '../scene/project.js';
import type { LineStyle } from '../scene/lineStyle.js';
import type { PlotLine, PlotScene } from '../scene/scene.js';

export interface SvgOptions {
  readonly scene: PlotScene;
  /** Of the plot on the screen, without its legend. */
  readonly size: Size;
  /** Where the curves are in it. */
  readonly box: PlotBox;
  readonly theme: Theme;
  readonly background: string;
  readonly format: NumberFormat;
  readonly x: PlotX;
  readonly words: { readonly x: string; readonly left: string; readonly right: string };
  readonly title: string;
  /** The curve in words. */
  readonly description: string;
  /** Names of the curves, and notes without a line. */
  readonly legend: readonly { readonly text: string; readonly style: LineStyle | null }[];
}

const font = 11;
const row = 20;

/** The plot as it is on the screen, with its legend above, as an SVG document. */
export function writeSvg(options: SvgOptions): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { size, theme, background, title, description } = options;
  const legend = legendOf(options);
  const height = size.height + legend.height;
  const parts = [
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${size.width}" height="${height}" fill="${escapeXml(background)}"/>`,
    ...legend.parts,
    `<g transform="translate(0 ${legend.height})">`,
    ...axesOf(options),
    ...curvesOf(options),
    '</g>',
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}" font-family="${escapeXml(theme.font)}" role="img">${parts.join('')}</svg>`;
  return { svg, width: size.width, height };
}

function legendOf({ legend, size, theme, box }: SvgOptions): { readonly parts: string[]; readonly height: number } {
  const parts: string[] = [];
  let [x, y] = [box.left, row / 2];
  for (const { text, style } of legend) {
    const width = textWidth(text, font) + (style ? 28 : 0);
    if (x > box.left && x + width > size.width - 8) [x, y] = [box.left, y + row];
    if (style) parts.push(`<path d="M${round(x)} ${y}h20"${strokeOf({ ...style, opacity: 1 })}/>`);
    parts.push(svgText(label(text, x + (style ? 26 : 0), y, 'start', theme.colors.muted)));
    x += width + 18;
  }
  return { parts, height: legend.length > 0 ? y + row / 2 + 4 : 0 };
}

function label(text: string, x: number, y: number, anchor: SvgText['anchor'], color: string): SvgText {
  return { text, x, y, anchor, size: font, bold: false, color };
}

function axesOf({ scene, box, theme, format, x, words, size }: SvgOptions): string[] {
  const to = projectionOf(scene, box);
  const { muted, faint } = theme.colors;
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const parts: string[] = [];
  for (const { value, label: text } of verticalTicks(scene.left, box.height, format)) {
    const y = round(to.y(value, 'left'));
    parts.push(`<path d="M${round(box.left)} ${y}H${round(right)}" stroke="${escapeXml(faint)}"/>`);
    parts.push(svgText(label(text, box.left - 8, y, 'end', muted)));
  }
  for (const { value, label: text } of scene.right ? verticalTicks(scene.right, box.height, format) : []) {
    parts.push(svgText(label(text, right + 8, to.y(value, 'right'), 'start', muted)));
  }
  for (const { value, label: text } of horizontalTicks(scene.x, x, box.width, format)) {
    parts.push(svgText(label(text, to.x(value), bottom + 12, 'middle', muted)));
  }
  parts.push(svgText(label(words.x, box.left + box.width / 2, bottom + 30, 'middle', muted)));
  const upright = (text: string, at: number): string =>
    `<g transform="translate(${round(at)} ${round(box.top + box.height / 2)}) rotate(-90)">${svgText(label(text, 0, 0, 'middle', muted))}</g>`;
  parts.push(upright(words.left, 8));
  if (scene.right) parts.push(upright(words.right, size.width - 8));
  return parts;
}

function curvesOf({ scene, box }: SvgOptions): string[] {
  const to = projectionOf(scene, box);
  const clip = `<clipPath id="neuroglow-curves"><rect x="${round(box.left)}" y="${round(box.top - 2)}" width="${round(box.width)}" height="${round(box.height + 4)}"/></clipPath>`;
  const bands = scene.bands.map(({ xs, lows, highs, color }) => {
    const edge = (ys: ArrayLike<number>): string[] =>
      Array.from(xs, (value, at) => `${round(to.x(value))} ${round(to.y(ys[at]!, 'left'))}`);
    const points = [...edge(highs), ...edge(lows).reverse()];
    return points.length > 0 ? `<path d="M${points.join('L')}Z" fill="${escapeXml(color)}" fill-opacity="0.16"/>` : '';
  });
  const lines = scene.lines.map((line) => `<path d="${pathOf(line, to)}"${strokeOf(line.style)}/>`);
  const marks = scene.marks.map((mark) => {
    const { path, isFilled, width, dash } = markShape(mark, box, to, 1);
    const color = escapeXml(mark.color);
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    return isFilled
      ? `<path d="${path}" fill="${color}"/>`
      : `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}"${dashes}/>`;
  });
  return [clip, '<g clip-path="url(#neuroglow-curves)">', ...bands, ...lines, '</g>', ...marks];
}

function pathOf({ xs, ys, side }: PlotLine, to: ReturnType<typeof projectionOf>): string {
  const parts: string[] = [];
  traceLine(xs, ys, to.x, (y) => to.y(y, side), {
    move: (x, y) => parts.push(`M${round(x)} ${round(y)}`),
    line: (x, y) => parts.push(`L${round(x)} ${round(y)}`),
  });
  return parts.join('');
}

function strokeOf({ color, width, dash, opacity }: LineStyle): string {
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  const faded = opacity < 1 ? ` stroke-opacity="${opacity}"` : '';
  return ` fill="none" stroke="${escapeXml(color)}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"${dashes}${faded}`;
}
