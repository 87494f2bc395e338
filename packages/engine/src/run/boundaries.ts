import { checkInteger, checkNumber, checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';

/** When a run stops: at the first condition that is met. */
export interface StopCondition {
  readonly step?: number;
  readonly epoch?: number;
  /** Stops when a step's batch cost is at most this; with a held-out set that is evaluated, when its cost is. */
  readonly cost?: number;
}

/** How often the held-out set is evaluated. */
export type ValidateEvery = { readonly epochs: number } | { readonly steps: number };

/** A run's position, in steps. */
export interface Progress {
  readonly step: number;
  readonly epoch: number;
  /** Steps made of the current epoch. */
  readonly stepInEpoch: number;
  readonly stepsPerEpoch: number;
}

/** @throws `invalid-option` */
export function checkUntil(until: StopCondition | null): StopCondition | null {
  if (until === null) return null;
  checkOptions(until, 'stop condition', ['step', 'epoch', 'cost']);
  const { step, epoch, cost } = until;
  if (step !== undefined) checkInteger(step, 'stop condition, step', 0, Number.MAX_SAFE_INTEGER);
  if (epoch !== undefined) checkInteger(epoch, 'stop condition, epoch', 0, Number.MAX_SAFE_INTEGER);
  if (cost !== undefined) checkNumber(cost, 'stop condition, cost', 'a finite number', () => true);
  return { ...until };
}

/** @throws `invalid-option` */
export function checkValidateEvery(every: ValidateEvery | null): ValidateEvery | null {
  if (every === null) return null;
  const given: unknown = every;
  checkOptions(given, 'validateEvery', ['epochs', 'steps']);
  const { epochs, steps } = given;
  if ((epochs === undefined) === (steps === undefined)) {
    throw new NeuroglowError(
      'invalid-option',
      `validateEvery: expected either { epochs } or { steps }, got ${epochs === undefined ? 'neither' : 'both'}; give one of them.`,
    );
  }
  if (epochs !== undefined) {
    checkInteger(epochs, 'validateEvery.epochs', 1, Number.MAX_SAFE_INTEGER);
    return { epochs };
  }
  checkInteger(steps, 'validateEvery.steps', 1, Number.MAX_SAFE_INTEGER);
  return { steps };
}

/** Steps left until that many epochs are complete; 0 or less once they are. */
export function stepsUntilEpoch({ epoch, stepInEpoch, stepsPerEpoch }: Progress, target: number): number {
  return (target - epoch) * stepsPerEpoch - stepInEpoch;
}

/** Steps from here to the next evaluation, at least 1. */
export function stepsUntilValidation(every: ValidateEvery, progress: Progress): number {
  if ('steps' in every) return every.steps - (progress.step % every.steps);
  return stepsUntilEpoch(progress, (Math.floor(progress.epoch / every.epochs) + 1) * every.epochs);
}

/** Whether the held-out set is to be evaluated here. Step 0 is. */
export function isValidationDue(every: ValidateEvery, { step, epoch, stepInEpoch }: Progress): boolean {
  return 'steps' in every ? step % every.steps === 0 : stepInEpoch === 0 && epoch % every.epochs === 0;
}
