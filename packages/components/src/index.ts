/** The public surface of `@neuroglow/components`. */

// COMPONENTS
export * from './ActivationHeatmap/index.js';
export * from './CostPlot/index.js';
export * from './controls/index.js';
export type { ComponentProps } from './shared/componentProps.js';
export type { CommonMessages } from './shared/messages.js';
export type { NumberFormat } from './shared/number.js';
