import type { TrainingSource } from '@neuroglow/engine';
import type { ComponentProps } from '../shared/componentProps.js';
import type { PlotX } from './axes/horizontal.js';
import type { AxisScale } from './axes/scale.js';
import type { Exporter } from './export/exporterInterface.js';
import type { CostPlotMessages } from './messages.js';
import type { BandKind } from './series/band.js';
import type { CostValues } from './series/given.js';

export type CostPlotSlot =
  'header' | 'values' | 'value' | 'switch' | 'stage' | 'reader' | 'cursor' | 'empty' | 'controls' | 'button';

/** How the costs are spaced. */
export type CostScale = AxisScale;

/** The element that a plot's ref gets: it can also write itself down. */
export interface CostPlotElement extends HTMLDivElement, Exporter {}

/** One of several runs in a plot: a source, or plain series. */
export interface PlotRun {
  /** Unique in the plot. */
  readonly name: string;
  readonly source?: TrainingSource | undefined;
  readonly values?: CostValues | undefined;
  /** The step at which it left another run, from which on it is drawn. @default what the source says of itself */
  readonly branchedAt?: number | undefined;
}

export interface CostPlotProps extends ComponentProps<CostPlotMessages, CostPlotSlot> {
  /** The cost axis. Given: controlled. symlog is logarithmic, and linear around 0, which it can show. */
  readonly scale?: CostScale | undefined;
  /**
   * Where an uncontrolled axis starts. A linear axis shows when the cost falls and what is left of it; a log axis shows a fall from 0.5 to
   * 0.05 and one from 0.05 to 0.005 alike.
   * @default 'linear'
   */
  readonly defaultScale?: CostScale | undefined;
  readonly onScaleChange?: ((scale: CostScale) => void) | undefined;
  /** What the horizontal axis counts; time in seconds since the run began. Given: controlled. */
  readonly x?: PlotX | undefined;
  /** @default 'step' */
  readonly defaultX?: PlotX | undefined;
  readonly onXChange?: ((x: PlotX) => void) | undefined;
  /** The spacing of the horizontal axis. Given: controlled. */
  readonly xScale?: AxisScale | undefined;
  /** @default 'linear' */
  readonly defaultXScale?: AxisScale | undefined;
  readonly onXScaleChange?: ((scale: AxisScale) => void) | undefined;
  /**
   * Half-life, in steps, of a moving average drawn over the training curve; the raw curve stays, paler.
   * @default 0, which draws none
   */
  readonly smoothing?: number | undefined;
  /** Whether the cost axis leaves out single spikes, which are then marked at its edge and counted. @default true */
  readonly robust?: boolean | undefined;
  /** Most points of a curve; where there are more, each stretch keeps its least and its largest. @default 2048 */
  readonly points?: number | undefined;
  /** Several runs in one plot, in place of `source` and `values`: the same network with other seeds, branches of a run. */
  readonly runs?: readonly PlotRun[] | undefined;
  /**
   * How several runs are summed up: by their median and a band from the lowest to the highest run, or of the middle half of them; each run
   * stays as a pale line. Branches are left out.
   * @default 'extremes' for three runs or more, otherwise 'none'
   */
  readonly band?: BandKind | 'none' | undefined;
  /** Which controls are shown: the switch of the cost axis, with those of a zoom while there is one; also those of the horizontal axis; none. @default 'scale' */
  readonly controls?: 'scale' | 'all' | 'none' | undefined;
  /** When a wheel zooms without Ctrl or ⌘: while the plot has the focus, so that a page can be scrolled past it; always; never. @default 'focused' */
  readonly wheel?: 'focused' | 'always' | 'never' | undefined;
  /** Width / height of the whole; never lower than 15rem, unless you set a `min-block-size`. @default 2.4 */
  readonly aspect?: number | undefined;
  /** Plain series in place of a source, as a frame of `scalars` holds them. Of any length: they are reduced before they are drawn. */
  readonly values?: CostValues | undefined;
}
