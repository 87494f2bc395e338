export { Legend, legendMessages, type LegendMessages, type LegendProps } from './Legend.js';
export type { LegendEntry, ScaleEntry, SignEntry, SwatchEntry } from './legendEntry.js';
export {
  TrainingControls,
  type TrainingControlsPart,
  type TrainingControlsProps,
  type TrainingControlsSlot,
  type TrainingControlsValues,
} from './TrainingControls.js';
export { trainingControlsMessages, type TrainingControlsMessages } from './trainingControlsMessages.js';
