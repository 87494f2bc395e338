export {
  TrainingControls,
  type TrainingControlsPart,
  type TrainingControlsProps,
  type TrainingControlsSlot,
  type TrainingControlsValues,
} from './TrainingControls.js';
export { trainingControlsMessages, type TrainingControlsMessages } from './messages.js';
