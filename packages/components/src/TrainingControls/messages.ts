import type { Pace, TrainingStatus } from '@neuroglow/engine';
import { commonMessages, type CommonMessages } from '../shared/messages.js';
import type { NumberFormat } from '../shared/number.js';

export interface TrainingControlsMessages extends CommonMessages {
  readonly label: string;
  readonly start: string;
  readonly resume: string;
  readonly pause: string;
  readonly step: string;
  readonly reset: string;
  readonly learningRate: string;
  readonly seed: string;
  readonly speed: string;
  readonly pace: (pace: Pace, format: NumberFormat) => string;
  readonly status: string;
  readonly statuses: Readonly<Record<TrainingStatus, string>>;
  readonly steps: string;
  readonly epoch: string;
  readonly cost: string;
  readonly accuracy: string;
  /** Where pictures look back: the step that they show, and the button that returns. */
  readonly shows: (step: number, format: NumberFormat) => string;
  readonly live: string;
  /** In place of a number that is not known yet. */
  readonly none: string;
  readonly invalidLearningRate: string;
  readonly invalidSeed: string;
}

export const trainingControlsMessages: TrainingControlsMessages = {
  ...commonMessages,
  label: 'Training',
  start: 'Start',
  resume: 'Resume',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  learningRate: 'learning rate',
  seed: 'seed',
  speed: 'speed',
  pace: (pace, format) => {
    if (pace === 'fastest') return 'fastest';
    if (pace === 'visible') return 'slow, then faster';
    return `${format.value(pace)} ${pace === 1 ? 'step' : 'steps'} a frame`;
  },
  status: 'status',
  statuses: {
    unknown: 'unknown',
    idle: 'ready',
    running: 'running',
    paused: 'paused',
    finished: 'finished',
    diverged: 'diverged',
    failed: 'failed',
    lost: 'out of reach',
  },
  steps: 'step',
  epoch: 'epoch',
  cost: 'cost',
  accuracy: 'held-out accuracy',
  shows: (step, format) => `Pictures show step ${format.integer(step)}`,
  live: 'Live',
  none: '–',
  invalidLearningRate: 'A learning rate is a number greater than 0.',
  invalidSeed: 'A seed is a whole number from 0 to 4294967295.',
};
