import type { NumberFormat } from '../../shared/number.js';
import type { Box, CellGroup } from '../geometry.js';
import type { Axes, PlacedLabel } from '../panel.js';

/** Room around a plane for ticks and names of its axes. */
export const planeRoom = { left: 52, right: 8, top: 6, bottom: 38 };

const tickRoom = 64;

/** Places of ticks: multiples of 1, 2 or 5 × 10ᵏ within a side, few enough to be read. */
export function ticksBetween([low, high]: readonly [number, number], length: number): readonly number[] {
  const most = Math.max(2, Math.floor(length / tickRoom));
  const rough = (high - low) / most;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? rough;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplied, not added up, so that 0.3 is not 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

const shareOf = (value: number, [low, high]: readonly [number, number]): number => (value - low) / (high - low);

/** Hairlines at the ticks. */
export function planeLines({ x, y, cellWidth, cellHeight }: CellGroup, axes: Axes): readonly Box[] {
  const lines: Box[] = [];
  for (const tick of ticksBetween(axes.x, cellWidth)) {
    const thickness = tick === 0 ? 1.25 : 0.5;
    lines.push({ x: x + shareOf(tick, axes.x) * cellWidth - thickness / 2, y, width: thickness, height: cellHeight });
  }
  for (const tick of ticksBetween(axes.y, cellHeight)) {
    const thickness = tick === 0 ? 1.25 : 0.5;
    lines.push({
      x,
      y: y + (1 - shareOf(tick, axes.y)) * cellHeight - thickness / 2,
      width: cellWidth,
      height: thickness,
    });
  }
  return lines;
}

/** Numbers at the ticks, and the names of both axes. */
export function planeLabels(
  { x, y, cellWidth, cellHeight }: CellGroup,
  axes: Axes,
  [nameX, nameY]: readonly [string, string],
  format: NumberFormat,
): readonly PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  const below = y + cellHeight;
  for (const tick of ticksBetween(axes.x, cellWidth)) {
    const at = x + shareOf(tick, axes.x) * cellWidth;
    labels.push({
      text: format.value(tick),
      x: at - 30,
      y: below + 2,
      width: 60,
      height: 15,
      align: 'center',
      slot: 'labels',
    });
  }
  for (const tick of ticksBetween(axes.y, cellHeight)) {
    const at = y + (1 - shareOf(tick, axes.y)) * cellHeight;
    labels.push({ text: format.value(tick), x: 0, y: at - 8, width: x - 6, height: 16, align: 'end', slot: 'labels' });
  }
  labels.push({ text: nameX, x, y: below + 18, width: cellWidth, height: 16, align: 'center', slot: 'labels' });
  // Above the numbers of its own axis, so that nothing has to be read sideways.
  labels.push({ text: nameY, x: x + 6, y: y + 3, width: cellWidth / 2, height: 16, align: 'start', slot: 'labels' });
  return labels;
}
