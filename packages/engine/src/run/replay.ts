import { checkInteger, checkObject } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import type { TrainerState } from '../core/trainer.js';
import { createRun } from './createRun.js';
import type { RunOptions } from './runOptions.js';

/**
 * The state after `step` steps, bit-identical to that of the run itself, including the journal's changes at that step.
 * @param from a keyframe to start from, at or before `step`. Default step 0.
 * @throws `invalid-option` for a step before the keyframe; `not-finite` where the run diverges earlier.
 */
export function replay(
  options: Pick<RunOptions, 'configuration' | 'training' | 'journal' | 'createTrainer'>,
  step: number,
  from?: TrainerState,
): TrainerState {
  checkObject(options, 'run options');
  if (from !== undefined) {
    checkObject(from, 'keyframe', 'invalid-parameters');
    checkInteger(from.step, 'keyframe.step', 0, Number.MAX_SAFE_INTEGER, 'invalid-parameters');
  }
  const start = from?.step ?? 0;
  checkInteger(step, 'step', start, Number.MAX_SAFE_INTEGER);
  const run = createRun({ ...options, validation: null, validateEvery: null, runId: 'replay' });
  try {
    if (from !== undefined) {
      run.loadState({ ...run.saveState(), trainer: from, latestCost: null, validations: [] });
    }
    run.advance(step - start);
    if (run.step < step) {
      throw new NeuroglowError(
        'not-finite',
        `step: expected one that the run reaches, got ${step}; it diverges after step ${run.step}; ask for that step or an earlier one.`,
      );
    }
    return run.trainer.saveState();
  } finally {
    run.dispose();
  }
}
