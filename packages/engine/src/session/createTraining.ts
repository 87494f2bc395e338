import { Session } from './session.js';
import type { ResumeOptions } from './sessionState.js';
import { thisWindow } from './sessionWindow.js';
import { checkTrainingOptions, type TrainingOptions } from './trainingOptions.js';
import type { TrainingSession } from './trainingSession.js';

/**
 * Creates a session that trains a network. Options are checked and copied at once. No worker or timer exists until the session
 * is started or watched.
 * @throws `NeuroglowError` for options that do not fit: `invalid-network`, `invalid-dataset`, `invalid-cost`, `not-finite`, …
 * @example
 * const session = createTraining({ network: createNetwork({ layers: [2, 4, 1] }), dataset, optimizer: adam() })
 * await session.start({ epoch: 100 })
 * @example const session = createTraining({ state: await other.saveState() }) // continues with the same bits
 */
export function createTraining(options: TrainingOptions | ResumeOptions): TrainingSession {
  return new Session(checkTrainingOptions(options), thisWindow());
}
