import type { Theme } from '../../shared/theme.js';
import { abscissasOf, horizontalDomain, stepMapOf } from '../axes/horizontal.js';
import { isShown, symlogThreshold, type AxisScale, type Domain } from '../axes/scale.js';
import { valueDomain } from '../axes/valueDomain.js';
import { bandOf } from '../series/band.js';
import { firstBeyond, firstStep, lastStep, type CurveSeries, type RunCurves } from '../series/curves.js';
import { levelsOf, smoothed } from '../series/smoothing.js';
import { lineStyle } from './lineStyle.js';
import { marksOf } from './marks.js';
import type {
  PlotAxis,
  PlotBand,
  PlotCurve,
  PlotLine,
  PlotScene,
  PlotSettings,
  UnseenCounts,
  VisiblePart,
} from './scene.js';

/** Whether a curve is shown: costs unless they are toggled, metrics only if they are. */
export function isVisible({ key }: RunCurves, { name, role }: CurveSeries, toggled: ReadonlySet<string>): boolean {
  return !toggled.has(key) && (role === 'metric') === toggled.has(name);
}

/** Decides everything that is drawn of some runs. */
export function buildScene(runs: readonly RunCurves[], settings: PlotSettings, theme: Theme): PlotScene {
  const { x, xScale, scale, range, robust, halfLife, band } = settings;
  const steps = stepMapOf(runs, x);
  const last = lastStep(runs);
  const domain = horizontalDomain(range, firstStep(runs), last, steps, x, xScale);
  const curves = curvesOf(runs, settings, theme);
  const within = curves.map((curve) => partWithin(curve, domain));
  const costs = within.filter(({ curve }) => curve.side === 'left');
  const metrics = within.filter(({ curve }) => curve.side === 'right');
  const left = axisOf(
    costs.map(({ values }) => values),
    scale,
    robust,
  );
  const right =
    metrics.length > 0
      ? axisOf(
          metrics.map(({ values }) => values),
          'linear',
          robust,
        )
      : null;

  const banded =
    band === null
      ? []
      : bandsOf(
          costs.map(({ curve }) => curve),
          domain,
          band,
          theme,
        );
  const isBanded = banded.length > 0;
  const lines = curves.flatMap((curve) => linesOf(curve, isBanded && curve.side === 'left', halfLife, left.scale));
  return {
    x: { scale: xScale, threshold: xScale === 'symlog' ? thresholdOfX(domain, x === 'step') : 1, domain },
    left,
    right,
    bands: banded.map(({ shape }) => shape),
    lines: [...lines, ...banded.map(({ median }) => median)],
    marks: marksOf({ costs, left, steps, settings, theme, isBanded, domain }),
    curves,
    unseen: unseenOf(costs, left, xScale, domain),
    steps,
    lastStep: last,
  };
}

function thresholdOfX([low, high]: Domain, isStep: boolean): number {
  return isStep ? 1 : symlogThreshold([Math.max(Math.abs(low), Math.abs(high)) / 1000]);
}

function curvesOf(runs: readonly RunCurves[], { x, toggled }: PlotSettings, theme: Theme): PlotCurve[] {
  const metrics = [
    ...new Set(runs.flatMap(({ series }) => series.filter(({ role }) => role === 'metric')).map(({ name }) => name)),
  ];
  return runs.flatMap((run, at) =>
    run.series.flatMap((found): PlotCurve[] => {
      if (!isVisible(run, found, toggled)) return [];
      const series = run.fork === null ? found : sliceFrom(found, run.fork);
      const xs = abscissasOf(series, x);
      if (!xs) return [];
      const { role, name } = series;
      const style = lineStyle({ role, metric: metrics.indexOf(name), run: at, runs: runs.length }, theme);
      return [{ run, series, xs, style, side: role === 'metric' ? 'right' : 'left' }];
    }),
  );
}

/** A branch is drawn from its fork on: what is before belongs to the run that it left. */
function sliceFrom(series: CurveSeries, step: number): CurveSeries {
  const from = Math.max(0, firstBeyond(series.steps, step - 1e-9));
  const cut = (numbers: ArrayLike<number> | undefined): Float64Array | undefined =>
    numbers && Float64Array.from({ length: numbers.length - from }, (_, at) => numbers[from + at]!);
  return {
    ...series,
    ...{ steps: cut(series.steps)!, values: cut(series.values)! },
    ...{ epochs: cut(series.epochs), times: cut(series.times), means: cut(series.means) },
    counts: undefined,
  };
}

function partWithin(curve: PlotCurve, [low, high]: Domain): VisiblePart {
  const { xs, series } = curve;
  const from = firstBeyond(xs, low - Math.abs(low) * 1e-12 - Number.MIN_VALUE);
  const end = Math.max(from, firstBeyond(xs, high));
  const { values } = series;
  const isWhole = from === 0 && end === values.length;
  return { curve, from, end, values: isWhole ? values : Array.prototype.slice.call(values, from, end) };
}

function axisOf(curves: readonly ArrayLike<number>[], scale: AxisScale, robust: boolean): PlotAxis {
  const threshold = scale === 'symlog' ? symlogThreshold(curves.flatMap((values) => Array.from(values))) : 1;
  const domain = valueDomain(curves, scale, threshold, robust) ?? (scale === 'log' ? [0.1, 1] : [0, 1]);
  return { scale, threshold, domain };
}

/** The raw line, and over it the smoothed one; the raw line is then paler, as it is beside a band. */
function linesOf(
  { series, xs, style, side }: PlotCurve,
  isBanded: boolean,
  halfLife: number,
  scale: AxisScale,
): PlotLine[] {
  const { steps, values, means, role } = series;
  const raw = { xs, ys: shownOnly(values, side === 'left' ? scale : 'linear'), side };
  if (isBanded) return [{ ...raw, style: { ...style, width: 1, opacity: 0.3 } }];
  if (halfLife <= 0 || role !== 'training') return [{ ...raw, style }];
  const average = smoothed(steps, levelsOf(values, means), halfLife);
  return [
    { ...raw, style: { ...style, width: 1, opacity: 0.35 } },
    { xs, ys: shownOnly(average, scale), style: { ...style, width: 2 }, side },
  ];
}

function shownOnly(values: ArrayLike<number>, scale: AxisScale): ArrayLike<number> {
  for (let at = 0; at < values.length; at++) {
    if (!isShown(values[at]!, scale))
      return Float64Array.from(values, (value) => (isShown(value, scale) ? value : NaN));
  }
  return values;
}

/** A band and its median for each series that at least two runs have. Branches are no repetitions: they stay out. */
function bandsOf(
  curves: readonly PlotCurve[],
  domain: Domain,
  kind: NonNullable<PlotSettings['band']>,
  theme: Theme,
): { readonly shape: PlotBand; readonly median: PlotLine }[] {
  const own = curves.filter(({ run }) => run.fork === null);
  const names = [...new Set(own.map(({ series }) => series.name))];
  return names.flatMap((name) => {
    const same = own.filter(({ series }) => series.name === name);
    if (same.length < 2) return [];
    const { role } = same[0]!.series;
    const levels = same.map(({ xs, series }) => ({ xs, levels: levelsOf(series.values, series.means) }));
    const { xs, medians, lows, highs } = bandOf(levels, domain, kind);
    const style = { ...lineStyle({ role, metric: 0, run: 0, runs: 1 }, theme), width: 2.25 };
    return [
      { shape: { xs, lows, highs, color: style.color }, median: { xs, ys: medians, style, side: 'left' as const } },
    ];
  });
}

/** Counts of the whole range are the recorder's; those of points are counted. */
function unseenOf(
  parts: readonly VisiblePart[],
  { scale, domain }: PlotAxis,
  xScale: AxisScale,
  [lowX]: Domain,
): UnseenCounts {
  let [notFinite, notOnLog, beyond] = [0, 0, 0];
  for (const { curve, from, end } of parts) {
    const { counts, values } = curve.series;
    let [odd, low, out] = [0, 0, 0];
    for (let at = from; at < end; at++) {
      const value = values[at]!;
      if (!Number.isFinite(value)) odd++;
      else if (value <= 0 && scale === 'log') low++;
      else if (value < domain[0] || value > domain[1]) out++;
    }
    notFinite += counts?.notFinite ?? odd;
    notOnLog += scale === 'log' ? (counts?.notPositive ?? low) : 0;
    // A log axis of steps has no place for step 0.
    if (xScale === 'log') for (let at = 0; at < from; at++) notOnLog += curve.xs[at]! <= 0 && lowX > 0 ? 1 : 0;
    beyond += out;
  }
  return { notFinite, notOnLog, beyond };
}
