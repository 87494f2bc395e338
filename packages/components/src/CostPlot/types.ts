import type { ComponentProps } from '../shared/componentProps.js';
import type { CostValues } from './curveData.js';
import type { CostScale } from './geometry.js';
import type { CostPlotMessages } from './messages.js';

export type CostPlotSlot = 'header' | 'values' | 'value' | 'switch' | 'stage' | 'empty';

export interface CostPlotProps extends ComponentProps<CostPlotMessages, CostPlotSlot> {
  /** The cost axis. Given: controlled. */
  readonly scale?: CostScale | undefined;
  /**
   * Where an uncontrolled axis starts. A linear axis shows when the cost falls and what is left of it; a log axis shows a fall from 0.5 to
   * 0.05 and one from 0.05 to 0.005 alike.
   * @default 'linear'
   */
  readonly defaultScale?: CostScale | undefined;
  readonly onScaleChange?: ((scale: CostScale) => void) | undefined;
  /**
   * Half-life, in steps, of a moving average drawn over the training curve; the raw curve stays, paler.
   * @default 0, which draws none
   */
  readonly smoothing?: number | undefined;
  /** Most points of a curve; where there are more, each stretch keeps its least and its largest. @default 2048 */
  readonly points?: number | undefined;
  /** Width / height of the whole; never lower than 15rem, unless you set a `min-block-size`. @default 2.4 */
  readonly aspect?: number | undefined;
  /** Plain series in place of a source, as a frame of `scalars` holds them. */
  readonly values?: CostValues | undefined;
}
