export { CostPlot, type CostPlotProps, type CostPlotSlot } from './CostPlot.js';
export type { CostValues, PlainSeries } from './curveData.js';
export type { CostScale } from './geometry.js';
export { costPlotMessages, type CostPlotMessages } from './messages.js';
