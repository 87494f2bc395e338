export { TrainingControls } from './TrainingControls.js';
export type {
  TrainingControlsPart,
  TrainingControlsProps,
  TrainingControlsSlot,
  TrainingControlsValues,
} from './types.js';
export { trainingControlsMessages, type TrainingControlsMessages } from './messages.js';
