/** What a page fetches once a plot is on it, beside uPlot: drawing, gestures and exports. */
export { createPlotController } from './interaction/plotController.js';
export { exporterOf } from './export/exporter.js';
