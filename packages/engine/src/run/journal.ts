import { checkChoice, checkInteger, checkNumber, checkObject, checkOptions } from '../core/check.js';
import type { Hyperparameters } from '../core/configuration.js';
import { NeuroglowError } from '../core/error.js';
import { checkHyperparameters } from '../core/optimizers.js';
import { show } from '../core/show.js';
import type { Trainer } from '../core/trainer.js';

/** Something changed by hand: some hyperparameters, or one parameter by its index in the parameters' layout. */
export type JournalChange =
  | ({ readonly kind: 'hyperparameters' } & Partial<Hyperparameters>)
  | { readonly kind: 'parameter'; readonly index: number; readonly value: number };

/** A change and when it took effect: after `step` steps, before the next one. Entries of one step apply in order. */
export interface JournalEntry {
  readonly step: number;
  readonly change: JournalChange;
}

const names = ['learningRate', 'momentum', 'l1', 'l2'] as const;
const untouched: Hyperparameters = { learningRate: 0, momentum: 0, l1: 0, l2: 0 };

/** Checks a change and copies it. @throws `invalid-option` or `invalid-parameters`. */
export function checkChange(change: unknown, parameterCount: number): JournalChange {
  checkObject(change, 'change');
  const { kind } = change;
  checkChoice(kind, 'change.kind', ['hyperparameters', 'parameter'] as const);
  if (kind === 'parameter') {
    checkOptions(change, 'change', ['kind', 'index', 'value']);
    const { index, value } = change;
    checkInteger(index, 'change.index', 0, parameterCount - 1, 'invalid-parameters');
    checkNumber(
      value,
      'change.value',
      'a finite float32',
      (x) => Number.isFinite(Math.fround(x)),
      'invalid-parameters',
    );
    return { kind, index, value };
  }
  checkOptions(change, 'hyperparameters', ['kind', ...names]);
  const given = Object.fromEntries(
    names.filter((name) => change[name] !== undefined).map((name) => [name, change[name]]),
  );
  const checked = checkHyperparameters({ ...untouched, ...given });
  return {
    kind,
    ...Object.fromEntries(Object.keys(given).map((name) => [name, checked[name as keyof Hyperparameters]])),
  };
}

/** Checks a journal and copies it; its steps may not fall. @throws `invalid-option` or `invalid-parameters`. */
export function checkJournal(journal: unknown, parameterCount: number): JournalEntry[] {
  if (!Array.isArray(journal)) {
    throw new NeuroglowError(
      'invalid-option',
      `journal: expected an array of entries, got ${show(journal)}; pass a run's journal.`,
    );
  }
  let latest = 0;
  return Array.from<unknown, JournalEntry>(journal, (entry, index) => {
    checkObject(entry, `journal[${index}]`);
    const { step } = entry;
    checkInteger(step, `journal[${index}].step`, latest, Number.MAX_SAFE_INTEGER);
    latest = step;
    return { step, change: checkChange(entry['change'], parameterCount) };
  });
}

/** Applies a change to a trainer whose hyperparameters are `current`; returns the new ones. */
export function applyChange(trainer: Trainer, change: JournalChange, current: Hyperparameters): Hyperparameters {
  if (change.kind === 'parameter') {
    trainer.setParameter(change.index, change.value);
    return current;
  }
  const { kind: _kind, ...changed } = change;
  const next = { ...current, ...changed };
  trainer.setHyperparameters(next);
  return next;
}
