import type { Theme } from '../../shared/theme.js';
import type { StepMap } from '../axes/horizontal.js';
import { isShown, type Domain } from '../axes/scale.js';
import type { PlotAxis, PlotMark, PlotSettings, VisiblePart } from './scene.js';

export interface MarkOptions {
  readonly costs: readonly VisiblePart[];
  readonly left: PlotAxis;
  readonly steps: StepMap;
  readonly settings: PlotSettings;
  readonly theme: Theme;
  readonly isBanded: boolean;
  readonly domain: Domain;
}

/** Everything that is marked besides the curves. */
export function marksOf(options: MarkOptions): readonly PlotMark[] {
  const { costs, steps, settings, theme, isBanded, domain } = options;
  const { colors } = theme;
  const events = settings.events.map(({ kind, step, text }): PlotMark => {
    return { kind, step, x: steps.toX(step), text, color: kind === 'diverged' ? colors.error : colors.accent };
  });
  const ofCurves = costs.flatMap((part) => [
    ...(isBanded ? [] : [...bestOf(part), ...forkOf(part)]),
    ...edgesOf(part, options.left, theme),
  ]);
  return [...events, ...ofCurves].filter(({ x }) => x >= domain[0] && x <= domain[1]);
}

/** The least cost of a validation curve. */
function bestOf({ curve, from, end }: VisiblePart): PlotMark[] {
  const { series, xs, style } = curve;
  if (series.role !== 'validation') return [];
  let best = -1;
  for (let at = from; at < end; at++) {
    const value = series.values[at]!;
    if (Number.isFinite(value) && (best < 0 || value < series.values[best]!)) best = at;
  }
  if (best < 0) return [];
  const y = series.values[best]!;
  return [{ kind: 'best', x: xs[best]!, step: series.steps[best]!, y, color: style.color, text: series.name }];
}

/** Where a branch begins. */
function forkOf({ curve, from, end }: VisiblePart): PlotMark[] {
  const { run, series, xs, style } = curve;
  if (run.fork === null || series.role !== 'training' || from >= end || from > 0) return [];
  return [
    { kind: 'fork', x: xs[0]!, step: series.steps[0]!, y: series.values[0]!, color: style.color, text: run.name },
  ];
}

/** Values that have no place on the axis, at the edge that they are nearest to. At most one mark per few steps of the axis. */
function edgesOf({ curve, from, end }: VisiblePart, { scale, domain }: PlotAxis, { colors }: Theme): PlotMark[] {
  const { series, xs } = curve;
  const marks: PlotMark[] = [];
  for (let at = from; at < end; at++) {
    const value = series.values[at]!;
    const kind = !Number.isFinite(value)
      ? 'notFinite'
      : isShown(value, scale) && value > domain[1]
        ? 'above'
        : value < domain[0]
          ? 'below'
          : null;
    if (!kind) continue;
    const color = kind === 'notFinite' ? colors.error : colors.muted;
    marks.push({ kind, x: xs[at]!, step: series.steps[at]!, color, text: String(value) });
  }
  return spread(marks);
}

const mostAtEdges = 200;

function spread(marks: readonly PlotMark[]): PlotMark[] {
  const every = Math.ceil(marks.length / mostAtEdges);
  return marks.filter((_, at) => at % Math.max(1, every) === 0);
}
