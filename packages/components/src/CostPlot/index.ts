export { CostPlot } from './CostPlot.js';
export type { CostPlotElement, CostPlotProps, CostPlotSlot, CostScale, PlotRun } from './types.js';
export type { PlotX } from './axes/horizontal.js';
export type { AxisScale } from './axes/scale.js';
export type { BandKind } from './series/band.js';
export type { CostValues, PlainSeries } from './series/given.js';
export type { CurveSummary } from './words/summary.js';
export { costPlotMessages, type CostPlotMessages } from './messages.js';
