import { Session } from './session.js';
import type { ResumeOptions } from './sessionState.js';
import { checkTrainingOptions, type TrainingOptions } from './trainingOptions.js';
import type { TrainingSession } from './trainingSession.js';
import { servicesOfThisWindow } from '../hosting/window.js';

/**
 * Makes a session that trains a network. Everything is checked and copied here; nothing is started: no worker, no timer, until
 * somebody starts or watches it.
 * @throws `NeuroglowError` for whatever does not fit: `invalid-network`, `invalid-dataset`, `invalid-cost`, `not-finite`, …
 * @example
 * const session = createTraining({ network: createNetwork({ layers: [2, 4, 1] }), dataset, optimizer: adam() })
 * await session.start({ epoch: 100 })
 * @example const session = createTraining({ state: await other.saveState() }) // goes on with the same bits
 */
export function createTraining(options: TrainingOptions | ResumeOptions): TrainingSession {
  return new Session(checkTrainingOptions(options), servicesOfThisWindow());
}
