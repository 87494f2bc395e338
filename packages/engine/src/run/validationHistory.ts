import { checkInteger, checkObject } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { Evaluation } from '../core/trainer.js';

/** An evaluation over the held-out set, and after how many steps it was made. */
export interface ValidationPoint extends Evaluation {
  readonly step: number;
}

/** Most points kept. */
const capacity = 4096;

/** Throws `invalid-parameters` for anything but a history. */
export function checkValidations(history: unknown): void {
  if (!Array.isArray(history)) {
    throw new NeuroglowError(
      'invalid-parameters',
      `state.validations: expected an array, got ${show(history)}; load a state saved from a run.`,
    );
  }
  for (let i = 0; i < history.length; i++) {
    const point: unknown = history[i];
    checkObject(point, `state.validations[${i}]`, 'invalid-parameters');
    checkInteger(point['step'], `state.validations[${i}].step`, 0, Number.MAX_SAFE_INTEGER, 'invalid-parameters');
  }
}

/** Adds a point; a full history is thinned: of every four points, those with the least and the greatest cost stay. */
export function addValidation(history: readonly ValidationPoint[], point: ValidationPoint): ValidationPoint[] {
  const before = history.length < capacity ? history : thin(history);
  return [...before, point];
}

function thin(history: readonly ValidationPoint[]): ValidationPoint[] {
  const kept: ValidationPoint[] = [];
  for (let from = 0; from < history.length; from += 4) {
    const group = history.slice(from, from + 4);
    const byCost = group.toSorted((one, other) => one.cost - other.cost);
    const extremes = new Set([byCost[0], byCost.at(-1)]);
    kept.push(...group.filter((point) => extremes.has(point)));
  }
  return kept;
}
