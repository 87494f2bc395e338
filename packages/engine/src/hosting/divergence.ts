import type { ErrorData } from '../source/errorData.js';

/** Why a run stopped as diverged at a step. */
export function divergence(step: number): ErrorData {
  return {
    code: 'not-finite',
    message: `The run diverged: expected a finite cost and parameters, but step ${step + 1} gives none; reset with a lower learning rate, or lower it and go on from step ${step}.`,
  };
}
