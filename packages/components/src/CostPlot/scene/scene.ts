import type { ViewerState } from '@neuroglow/engine';
import type { AxisScale, Domain } from '../axes/scale.js';
import type { PlotX, StepMap } from '../axes/horizontal.js';
import type { BandKind } from '../series/band.js';
import type { CurveSeries, RunCurves } from '../series/curves.js';
import type { LineStyle } from './lineStyle.js';

/** What decides how the curves are shown, besides the curves. */
export interface PlotSettings {
  readonly x: PlotX;
  readonly xScale: AxisScale;
  readonly scale: AxisScale;
  readonly range: ViewerState['range'];
  /** Whether spikes are left out of the axis. */
  readonly robust: boolean;
  /** Of the moving average, in steps; 0 for none. */
  readonly halfLife: number;
  /** How runs are summed up; null: each for itself. */
  readonly band: BandKind | null;
  /** Keys of runs and names of series that are not shown, or, of metrics, that are. */
  readonly toggled: ReadonlySet<string>;
  readonly events: readonly PlotEvent[];
}

/** Something that happened at a step. */
export interface PlotEvent {
  readonly kind: 'journal' | 'diverged';
  readonly step: number;
  readonly text: string;
}

/** An axis as it is drawn. */
export interface PlotAxis {
  readonly scale: AxisScale;
  readonly threshold: number;
  readonly domain: Domain;
}

/** Points joined by a line; where y is NaN, it has a gap. */
export interface PlotLine {
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  readonly style: LineStyle;
  /** The axis of costs on the left, or that of metrics on the right. */
  readonly side: 'left' | 'right';
}

export interface PlotBand {
  readonly xs: ArrayLike<number>;
  readonly lows: ArrayLike<number>;
  readonly highs: ArrayLike<number>;
  readonly color: string;
}

/**
 * best: the least cost of a validation series · fork: where a branch leaves · journal, diverged: at a step, over the whole height · notFinite,
 * above, below: at an edge, values that the axis cannot show.
 */
export interface PlotMark {
  readonly kind: 'best' | 'fork' | 'journal' | 'diverged' | 'notFinite' | 'above' | 'below';
  readonly x: number;
  readonly step: number;
  /** On the left axis; absent for a mark at an edge, or over the whole height. */
  readonly y?: number;
  readonly color: string;
  readonly text: string;
}

/** A curve to read and to toggle. */
export interface PlotCurve {
  readonly run: RunCurves;
  readonly series: CurveSeries;
  readonly xs: ArrayLike<number>;
  readonly style: LineStyle;
  readonly side: 'left' | 'right';
}

/** A curve's points within the axis. */
export interface VisiblePart {
  readonly curve: PlotCurve;
  readonly from: number;
  readonly end: number;
  readonly values: ArrayLike<number>;
}

/** How many values are there that cannot be seen. */
export interface UnseenCounts {
  readonly notFinite: number;
  /** Zero or negative, on a log axis. */
  readonly notOnLog: number;
  /** Points beyond a robust axis. */
  readonly beyond: number;
}

/** Everything that is drawn, on the screen and in an export. */
export interface PlotScene {
  readonly x: PlotAxis;
  readonly left: PlotAxis;
  /** null without metrics. */
  readonly right: PlotAxis | null;
  readonly bands: readonly PlotBand[];
  readonly lines: readonly PlotLine[];
  readonly marks: readonly PlotMark[];
  /** Those shown, in the legend's order. */
  readonly curves: readonly PlotCurve[];
  readonly unseen: UnseenCounts;
  readonly steps: StepMap;
  readonly lastStep: number;
}
