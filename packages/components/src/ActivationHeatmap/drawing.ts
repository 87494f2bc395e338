import { colorAt, type ColorScale } from '../shared/colorScale.js';
import type { Theme } from '../shared/theme.js';
import type { CellsScene } from '../drawing/scenes/cells.js';
import type { ColorTable } from '../shared/colorTable.js';
import type { Size } from '../shared/useSize.js';
import { cellOf, type CellGroup, type HeatmapLayout } from './geometry.js';

/** The scene of all cells, for the drawing worker. */
export function cellsScene(
  layout: HeatmapLayout,
  size: Size,
  values: Float32Array,
  tables: readonly ColorTable[],
  look: { readonly gap: number; readonly smooth: boolean },
): CellsScene {
  const { width, height, ratio } = size;
  return { kind: 'cells', width, height, scale: ratio, blocks: layout.blocks, values, tables, ...look };
}

/** What the marks are drawn with: a 2D context, or a recorder of calls in a test. */
export type MarkContext = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clearRect'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineWidth'
  | 'setTransform'
  | 'stroke'
  | 'strokeRect'
  | 'strokeStyle'
  | 'textBaseline'
>;

const dotRadius = 4.5;
const captionFont = 11;

/**
 * Frames, captions and dots of pictures: what is not a cell. A dot shows its neuron's activation; on dark ground it throws a light as
 * far as the neuron is active. What is not finite is a ring crossed out.
 */
export function drawMarks(
  context: MarkContext,
  group: CellGroup,
  caption: number,
  size: Size,
  theme: Theme,
  dots: { readonly values: ArrayLike<number>; readonly scale: ColorScale } | null,
  labels: readonly string[] | null = null,
): void {
  const { colors } = theme;
  context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.lineWidth = 1;
  context.font = `${captionFont}px ${theme.font}`;
  context.textBaseline = 'middle';
  for (let neuron = 0; neuron < group.neurons; neuron++) {
    const { x, y, width, height } = cellOf(group, neuron);
    context.strokeStyle = colors.faint;
    context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    if (caption > 0) {
      context.fillStyle = colors.muted;
      context.fillText(
        captionOf(neuron, labels, width - (dots ? 4 * dotRadius : 0)),
        x + 1,
        y + height + caption / 2 + 1,
      );
    }
    if (!dots) continue;
    const inset = dotRadius + 1;
    const dotX = x + width - inset;
    const dotY = caption > 0 ? y + height + caption / 2 : y + inset + 2;
    drawDot(context, dotX, dotY, dots.values[neuron] ?? NaN, dots.scale, theme);
  }
}

/** A neuron's label, its number where it has none or where the label is too long. */
function captionOf(neuron: number, labels: readonly string[] | null, room: number): string {
  const label = labels?.[neuron];
  return label !== undefined && label.length * captionFont * 0.6 <= room ? label : String(neuron + 1);
}

function drawDot(context: MarkContext, x: number, y: number, value: number, scale: ColorScale, theme: Theme): void {
  const color = colorAt(scale, value);
  if (color !== null && theme.scheme === 'dark') {
    const strength = strengthOf(value, scale);
    context.fillStyle = color;
    for (const [radius, alpha] of [
      [2, 0.1],
      [1.5, 0.18],
    ] as const) {
      context.globalAlpha = alpha * strength;
      disc(context, x, y, dotRadius * radius);
      context.fill();
    }
    context.globalAlpha = 1;
  }
  disc(context, x, y, dotRadius);
  context.fillStyle = color ?? theme.colors.surface;
  context.fill();
  // A neuron at rest is almost as pale as the page: its outline keeps it to be seen.
  disc(context, x, y, dotRadius - 0.5);
  context.strokeStyle = color === null ? theme.colors.error : theme.colors.muted;
  context.globalAlpha = color === null ? 1 : 0.45;
  context.stroke();
  context.globalAlpha = 1;
}

/** How far a value is from rest, from 0 to 1. */
function strengthOf(value: number, { kind, domain: [low, high] }: ColorScale): number {
  const share = kind === 'diverging' ? Math.abs(value) / high : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

function disc(context: MarkContext, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
