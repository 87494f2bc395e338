import type { Theme } from '../shared/theme.js';
import type { Size } from '../shared/useSize.js';
import type { MarkContext } from './drawing.js';
import { cellOf, type CellGroup } from './geometry.js';

const smallestSigned = 14;

/** A minus in every cell below 0, where cells are large enough: sign is not told by hue alone. */
export function drawSigns(
  context: MarkContext,
  groups: readonly CellGroup[],
  readings: readonly (ArrayLike<number> | null)[],
  size: Size,
  theme: Theme,
): void {
  context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.fillStyle = theme.colors.text;
  context.globalAlpha = 0.75;
  for (const [index, group] of groups.entries()) {
    if (group.cellWidth < smallestSigned || group.cellHeight < smallestSigned) continue;
    for (let neuron = 0; neuron < group.neurons; neuron++) {
      if (!((readings[index]?.[neuron] ?? 0) < 0)) continue;
      const { x, y, width, height } = cellOf(group, neuron);
      context.fillRect(Math.round(x + width / 2) - 4, Math.round(y + height / 2) - 0.75, 8, 1.5);
    }
  }
  context.globalAlpha = 1;
}

/** Cells of one picture a neuron. */
export interface SignedPictures {
  readonly rows: number;
  readonly columns: number;
  /** [neurons × values]; a picture's last row need not be full. */
  readonly values: ArrayLike<number>;
  /** The largest value that the colours tell. */
  readonly end: number;
}

/** Pixels between two marks, at least; marks in all pictures together, at most. */
const smallestPitch = 9;
const mostMarks = 6000;
/** What is nearer to 0 than this share of the domain is almost without colour, and needs no sign. */
const clearlyNegative = 0.1;

/**
 * A small minus wherever pictures are clearly negative: one a cell, or one for a square of cells where they are too small, by their mean.
 */
export function drawPictureSigns(
  context: Pick<MarkContext, 'fillRect' | 'fillStyle' | 'globalAlpha'>,
  group: CellGroup,
  { rows, columns, values, end }: SignedPictures,
  theme: { readonly colors: Pick<Theme['colors'], 'text'> },
): void {
  const cell = group.cellWidth / columns;
  const cells = values.length / group.neurons;
  const area = group.neurons * group.cellWidth * group.cellHeight;
  const stride = Math.max(1, Math.ceil(Math.max(smallestPitch, Math.sqrt(area / mostMarks)) / cell));
  const length = Math.min(6, Math.round(stride * cell * 0.4));
  if (!(cell > 0) || group.cellWidth < 3 * smallestPitch) return;
  context.fillStyle = theme.colors.text;
  for (let neuron = 0; neuron < group.neurons; neuron++) {
    const { x, y } = cellOf(group, neuron);
    for (let top = 0; top < rows; top += stride) {
      const bottom = Math.min(rows, top + stride);
      for (let left = 0; left < columns; left += stride) {
        const right = Math.min(columns, left + stride);
        let sum = 0;
        let count = 0;
        for (let row = top; row < bottom; row++) {
          for (let column = left; column < right && row * columns + column < cells; column++) {
            sum += values[neuron * cells + row * columns + column] ?? 0;
            count++;
          }
        }
        const share = -sum / (end * count);
        if (!(share > clearlyNegative)) continue;
        // As quiet as the cell's own colour.
        context.globalAlpha = 0.2 + 0.45 * Math.min(1, share);
        const middle = x + ((left + right) / 2) * cell;
        context.fillRect(Math.round(middle - length / 2), Math.round(y + ((top + bottom) / 2) * cell - 0.5), length, 1);
      }
    }
  }
  context.globalAlpha = 1;
}
