import { checkInteger, checkOptions } from '../core/check.js';
import type { Hyperparameters } from '../core/configuration.js';
import { copyState } from '../core/trainerState.js';
import type { Report } from '../hosting/protocol.js';
import type { RunStart } from '../hosting/runEvents.js';
import { historyUntil } from '../run/historyUntil.js';
import { checkChange, type JournalChange, type JournalEntry } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import type { Keyframe } from '../timeline/keyframe.js';

/** Where a branch leaves its run, and what is different from there on. */
export interface BranchOptions {
  /** The step, one that can be shown. */
  readonly at: number;
  /** Another seed of the shuffles, and another order for the rows that are left of the epoch. */
  readonly seed?: number | undefined;
  readonly hyperparameters?: Partial<Hyperparameters> | undefined;
  /** Other parameters, flat: W₁, b₁, W₂, b₂, …. Copied. */
  readonly parameters?: ArrayLike<number> | undefined;
}

/** Checks options and returns the changes that they mean. @throws `invalid-option`, `invalid-parameters` or `not-finite` */
export function checkBranchOptions(
  options: BranchOptions,
  parameterCount: number,
): { readonly at: number; readonly changes: readonly JournalChange[] } {
  checkOptions(options, 'branch options', ['at', 'seed', 'hyperparameters', 'parameters']);
  const { at, seed, hyperparameters, parameters } = options;
  checkInteger(at, 'at', 0, Number.MAX_SAFE_INTEGER);
  const given: unknown[] = [];
  if (parameters !== undefined) given.push({ kind: 'parameters', parameters });
  if (hyperparameters !== undefined) given.push({ ...hyperparameters, kind: 'hyperparameters' });
  if (seed !== undefined) given.push({ kind: 'seed', seed });
  return { at, changes: given.map((change) => checkChange(change, parameterCount)) };
}

/** The state of a run as it was at an earlier step. */
export function pastState(present: RunState, { trainer, latestCost }: Keyframe): RunState {
  const { step } = trainer;
  return {
    trainer: copyState(trainer),
    latestCost,
    journal: present.journal.filter((entry) => entry.step <= step),
    costs: historyUntil(present.costs, step),
    validations: present.validations.filter((point) => point.step <= step),
  };
}

/** Where a branch starts, with its changes made. */
export function branchStart(
  past: RunState,
  changes: readonly JournalChange[],
  { arithmetic }: Pick<Report, 'arithmetic'>,
): RunStart {
  const { step, epoch } = past.trainer;
  const journal: JournalEntry[] = [...past.journal, ...changes.map((change) => ({ step, change }))];
  let { hyperparameters } = past.trainer;
  for (const change of changes) {
    if (change.kind !== 'hyperparameters') continue;
    const { kind: _kind, ...changed } = change;
    hyperparameters = { ...hyperparameters, ...changed };
  }
  const report: Report = {
    ...{ status: step === 0 ? 'idle' : 'paused', step, epoch, hyperparameters, arithmetic },
    cost: past.latestCost,
    validation: past.validations.at(-1) ?? null,
    ...{ error: null, revision: 0, framesComputed: 0 },
  };
  return { state: { ...past, journal }, journal, report };
}
