import type uPlot from 'uplot';
import type { NumberFormat } from '../../shared/number.js';
import type { Size } from '../../shared/useSize.js';
import type { Theme } from '../../shared/theme.js';
import type { PlotX } from '../axes/horizontal.js';
import { transformOf } from '../axes/scale.js';
import { horizontalTicks, verticalTicks } from './labels.js';
import { paintScene } from './paint.js';
import type { PlotBox } from './project.js';
import type { PlotAxis, PlotScene } from './scene.js';

/** What decides how a chart looks; its scene comes separately, frame by frame. */
export interface ChartLook {
  readonly size: Size;
  readonly theme: Theme;
  readonly format: NumberFormat;
  readonly x: PlotX;
  readonly words: { readonly x: string; readonly left: string; readonly right: string };
}

/** A drawn plot. */
export interface Chart {
  readonly draw: (scene: PlotScene) => void;
  readonly resize: (size: Size) => void;
  /** Where curves are drawn, in CSS pixels from the corner of the element. */
  readonly box: () => PlotBox;
  readonly destroy: () => void;
}

const axisFont = 11;

/** About what the axes take of the plot: uPlot knows it only once their labels are written. */
const margins = { top: 12, right: 24, bottom: 40, left: 66 } as const;

/** Draws scenes with uPlot: hairline grid, no box, small grey numbers. uPlot knows no points but the ends of the axes: curves are painted over its grid. */
export function createChart(Plot: typeof uPlot, element: HTMLElement, look: ChartLook, first: PlotScene): Chart {
  let scene = first;
  const options = optionsOf(look, () => scene);
  const chart = new Plot(options, dataOf(scene), element);
  let drawn = shapeOf(scene);
  return {
    draw(next) {
      scene = next;
      const shape = shapeOf(next);
      // What uPlot reads only once: the spacing of an axis.
      if (shape !== drawn) {
        drawn = shape;
        for (const [key, axis] of Object.entries({ x: scene.x, y: scene.left, z: scene.right ?? scene.left })) {
          Object.assign(chart.scales[key] ?? {}, spacingOf(axis));
        }
        chart.axes[2]!.show = scene.right !== null;
      }
      chart.setData(dataOf(scene));
    },
    resize: ({ width, height }) => chart.setSize({ width, height }),
    box() {
      const { over } = chart;
      return { left: over.offsetLeft, top: over.offsetTop, width: over.clientWidth, height: over.clientHeight };
    },
    destroy: () => chart.destroy(),
  };
}

function widthOf({ width }: uPlot): number {
  return Math.max(1, width - margins.left - margins.right);
}

function heightOf({ height }: uPlot): number {
  return Math.max(1, height - margins.top - margins.bottom);
}

/** What about axes changes seldom. */
function shapeOf({ x, left, right }: PlotScene): string {
  return [x.scale, x.threshold, left.scale, left.threshold, right !== null].join(' ');
}

function dataOf({ x, left, right }: PlotScene): uPlot.AlignedData {
  return [[...x.domain], [...left.domain], [...(right ?? left).domain]];
}

/** uPlot's number for the right, which is an enumeration for the type checker alone. */
const onTheRight = Object.assign<uPlot.Axis, object>({}, { side: 1 });

/** uPlot's number for spacing by functions of ours: its enumeration exists for the type checker alone. */
const custom = 100;

function spacingOf(axis: PlotAxis): uPlot.Scale {
  const { forward, inverse } = transformOf(axis.scale, axis.threshold);
  return Object.assign<uPlot.Scale, object>({}, { distr: custom, fwd: forward, inv: inverse });
}

function optionsOf({ size, theme, format, x, words }: ChartLook, scene: () => PlotScene): uPlot.Options {
  const { colors } = theme;
  const font = `${axisFont}px ${theme.font}`;
  const plain = { stroke: colors.muted, font, labelFont: font, ticks: { show: false }, labelGap: 0 };
  const first = scene();
  const right = (): PlotAxis => scene().right ?? scene().left;
  const hidden: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false }, paths: () => null };
  return {
    width: size.width,
    height: size.height,
    legend: { show: false },
    padding: [margins.top, first.right ? 0 : margins.right, 0, 0],
    cursor: { show: false },
    scales: {
      x: { time: false, ...spacingOf(first.x), range: () => [...scene().x.domain] },
      y: { ...spacingOf(first.left), range: () => [...scene().left.domain] },
      z: { ...spacingOf(right()), range: () => [...right().domain] },
    },
    axes: [
      {
        ...plain,
        ...{ grid: { show: false }, gap: 6, size: 24, label: words.x, labelSize: 16 },
        splits: (plot) => horizontalTicks(scene().x, x, widthOf(plot), format).map(({ value }) => value),
        values: (plot) => horizontalTicks(scene().x, x, widthOf(plot), format).map(({ label }) => label),
      },
      {
        ...plain,
        ...{ grid: { stroke: colors.faint, width: 1 }, gap: 8, size: 52, label: words.left, labelSize: 14 },
        splits: (plot) => verticalTicks(scene().left, heightOf(plot), format).map(({ value }) => value),
        values: (plot) => verticalTicks(scene().left, heightOf(plot), format).map(({ label }) => label),
      },
      {
        ...plain,
        ...{ ...onTheRight, scale: 'z', show: first.right !== null, grid: { show: false } },
        ...{ gap: 8, size: 52, label: words.right, labelSize: 14 },
        splits: (plot) => verticalTicks(right(), heightOf(plot), format).map(({ value }) => value),
        values: (plot) => verticalTicks(right(), heightOf(plot), format).map(({ label }) => label),
      },
    ],
    series: [{}, { scale: 'y', ...hidden }, { scale: 'z', ...hidden }],
    hooks: {
      draw: [
        ({ ctx, bbox, over }) => {
          const ratio = over.clientWidth > 0 ? bbox.width / over.clientWidth : 1;
          paintScene(ctx, scene(), bbox, ratio);
        },
      ],
    },
  };
}
