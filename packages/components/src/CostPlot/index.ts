export { CostPlot } from './CostPlot.js';
export type { CostPlotProps, CostPlotSlot } from './types.js';
export type { CostValues, PlainSeries } from './curveData.js';
export type { CostScale } from './geometry.js';
export { costPlotMessages, type CostPlotMessages } from './messages.js';
