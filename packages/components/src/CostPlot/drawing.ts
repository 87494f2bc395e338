import type uPlot from 'uplot';
import type { ViewerState } from '@neuroglow/engine';
import { formatColor, parseColor } from '../shared/cssColor.js';
import type { NumberFormat } from '../shared/number.js';
import { formatStep, stepDomain, stepTicks } from '../shared/stepAxis/stepAxis.js';
import type { Theme } from '../shared/theme.js';
import type { Size } from '../shared/useSize.js';
import type { AlignedCurves, CostScale } from './geometry.js';

/** What decides how the plot looks; the curves come separately, frame by frame. */
export interface PlotLook {
  readonly size: Size;
  readonly theme: Theme;
  readonly scale: CostScale;
  readonly format: NumberFormat;
  readonly smoothing: boolean;
  /** Under the axis of steps. */
  readonly steps: string;
  /** Beside the axis of costs. */
  readonly costs: string;
  /** A step to mark with a line; null for none. */
  readonly marked: () => number | null;
  /** The step that another picture points at; null for none. */
  readonly hovered: () => number | null;
  /** The steps shown. */
  readonly range: () => ViewerState['range'];
  /** Called when the line under the pointer or the keys moves; −1 where there is none. */
  readonly onCursor: (index: number) => void;
}

const axisFont = 11;
/** uPlot's number for a logarithmic axis: its enumeration exists for the type checker alone. */
const logarithmic: uPlot.Scale = Object.assign<uPlot.Scale, object>({}, { distr: 3 });

/** The plot's options: hairline grid, no box, small grey numbers; the training curve solid, the held-out one dashed. */
export function plotOptions(look: PlotLook): uPlot.Options {
  const { size, theme, scale, format, smoothing, steps, costs, marked, hovered, range, onCursor } = look;
  const { colors } = theme;
  const font = `${axisFont}px ${theme.font}`;
  const grid = { stroke: colors.faint, width: 1, ...(scale === 'log' && { filter: powersOfTen }) };
  return {
    width: size.width,
    height: size.height,
    legend: { show: false },
    padding: [10, 24, 0, 0],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: {
        size: 7,
        width: 2,
        stroke: () => colors.surface,
        fill: (plot, index) => (index === plot.series.length - 1 ? colors.validation : colors.training),
      },
    },
    scales: {
      x: { time: false, range: (_, __, high) => [...stepDomain(range(), high)] },
      y: scale === 'log' ? logarithmic : { range: (_, low, high) => linearRange(low, high) },
    },
    axes: [
      {
        stroke: colors.muted,
        font,
        grid: { show: false },
        ticks: { show: false },
        gap: 6,
        size: 24,
        label: steps,
        labelFont: font,
        labelSize: 16,
        labelGap: 0,
        splits: (plot, _, from, to) => stepTicks([from, to], plot.over.clientWidth),
        values: (_, splits) => splits.map((step) => formatStep(step, format)),
      },
      {
        stroke: colors.muted,
        font,
        grid,
        ticks: { show: false },
        gap: 8,
        size: 52,
        label: costs,
        labelFont: font,
        labelSize: 14,
        labelGap: 0,
        space: 44,
        values: (_, splits) => splits.map((cost: number | null) => (cost === null ? '' : format.value(cost))),
      },
    ],
    series: [
      {},
      {
        stroke: smoothing ? faded(colors.training) : colors.training,
        width: smoothing ? 1 : 1.75,
        spanGaps: true,
        points: { show: onlyPoint },
      },
      ...(smoothing ? [{ stroke: colors.training, width: 2, spanGaps: true, points: { show: false } }] : []),
      { stroke: colors.validation, width: 1.75, dash: [5, 3.5], spanGaps: true, points: { show: onlyPoint } },
    ],
    hooks: {
      setCursor: [(plot) => onCursor(plot.cursor.idx ?? -1)],
      draw: [
        (plot) => {
          drawMark(plot, hovered(), colors.muted);
          drawMark(plot, marked(), colors.accent);
        },
      ],
    },
  };
}

export function plotData({ steps, training, validation, smooth }: AlignedCurves): uPlot.AlignedData {
  return smooth ? [steps, training, smooth, validation] : [steps, training, validation];
}

/** Between them a logarithmic grid is a grey blur. */
function powersOfTen(_: uPlot, splits: readonly number[]): (number | null)[] {
  return splits.map((cost) => (Math.abs(Math.log10(cost) % 1) < 1e-9 ? cost : null));
}

/** From 0, so that how far the cost has come can be seen; below it only where a cost is. */
function linearRange(low: number | null, high: number | null): [number, number] {
  const top = high ?? 1;
  const bottom = Math.min(0, low ?? 0);
  return [bottom, top > bottom ? top + (top - bottom) * 0.04 : bottom + 1];
}

/** A line needs two values: a lonely one is a point. */
function onlyPoint(plot: uPlot, series: number): boolean {
  let count = 0;
  for (const value of plot.data[series] ?? []) if (value !== null) count++;
  return count === 1;
}

/** A line through the plot at a step that it shows. */
function drawMark(plot: uPlot, step: number | null, color: string): void {
  const { ctx, bbox, scales } = plot;
  if (step === null || step < (scales['x']?.min ?? -Infinity) || step > (scales['x']?.max ?? Infinity)) return;
  const x = Math.round(plot.valToPos(step, 'x', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

function faded(color: string): string {
  const parsed = parseColor(color);
  return parsed ? formatColor({ ...parsed, opacity: 0.35 }) : color;
}
