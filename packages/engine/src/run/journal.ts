import {
  checkChoice,
  checkFinite,
  checkInteger,
  checkNumber,
  checkObject,
  checkOptions,
  checkSeed,
  isNumberList,
} from '../core/check.js';
import type { Hyperparameters } from '../core/configuration.js';
import { NeuroglowError } from '../core/error.js';
import { createGenerator } from '../core/generator.js';
import { checkHyperparameters } from '../core/optimizers.js';
import { show } from '../core/show.js';
import { shuffle } from '../core/shuffle.js';
import type { Trainer, TrainerState } from '../core/trainer.js';

/**
 * Something changed by hand: some hyperparameters; one parameter, by its index in the parameters' layout; all parameters, flat; or the
 * seed of the shuffles, which also draws a new order for the rows that are left of the epoch.
 */
export type JournalChange =
  | ({ readonly kind: 'hyperparameters' } & Partial<Hyperparameters>)
  | { readonly kind: 'parameter'; readonly index: number; readonly value: number }
  | { readonly kind: 'parameters'; readonly parameters: Float32Array }
  | { readonly kind: 'seed'; readonly seed: number };

/** A change and when it took effect: after `step` steps, before the next one. Entries of one step apply in order. */
export interface JournalEntry {
  readonly step: number;
  readonly change: JournalChange;
}

const kinds = ['hyperparameters', 'parameter', 'parameters', 'seed'] as const;
const names = ['learningRate', 'momentum', 'l1', 'l2'] as const;
const untouched: Hyperparameters = { learningRate: 0, momentum: 0, l1: 0, l2: 0 };

/** Checks a change and copies it. @throws `invalid-option`, `invalid-parameters` or `not-finite`. */
export function checkChange(change: unknown, parameterCount: number): JournalChange {
  checkObject(change, 'change');
  const { kind } = change;
  checkChoice(kind, 'change.kind', kinds);
  switch (kind) {
    case 'parameter':
      return checkParameterChange(change, parameterCount);
    case 'parameters':
      checkOptions(change, 'change', ['kind', 'parameters']);
      return { kind, parameters: checkParameters(change['parameters'], parameterCount) };
    case 'seed': {
      checkOptions(change, 'change', ['kind', 'seed']);
      const { seed } = change;
      checkSeed(seed, 'change.seed');
      return { kind, seed };
    }
    case 'hyperparameters':
      return checkHyperparameterChange(change);
  }
}

function checkParameterChange(change: Readonly<Record<string, unknown>>, parameterCount: number): JournalChange {
  checkOptions(change, 'change', ['kind', 'index', 'value']);
  const { index, value } = change;
  checkInteger(index, 'change.index', 0, parameterCount - 1, 'invalid-parameters');
  checkNumber(value, 'change.value', 'a finite float32', (x) => Number.isFinite(Math.fround(x)), 'invalid-parameters');
  return { kind: 'parameter', index, value };
}

function checkParameters(given: unknown, parameterCount: number): Float32Array {
  if (!isNumberList(given) || given.length !== parameterCount) {
    throw new NeuroglowError(
      'invalid-parameters',
      `change.parameters: expected ${parameterCount} numbers, got ${show(given)}; pass W₁, b₁, W₂, b₂, … of this network.`,
    );
  }
  const parameters = Float32Array.from(given);
  checkFinite(parameters, 'change.parameters (as float32)');
  return parameters;
}

function checkHyperparameterChange(change: Readonly<Record<string, unknown>>): JournalChange {
  checkOptions(change, 'hyperparameters', ['kind', ...names]);
  const given = Object.fromEntries(
    names.filter((name) => change[name] !== undefined).map((name) => [name, change[name]]),
  );
  const checked = checkHyperparameters({ ...untouched, ...given });
  return {
    kind: 'hyperparameters',
    ...Object.fromEntries(Object.keys(given).map((name) => [name, checked[name as keyof Hyperparameters]])),
  };
}

/** Checks a journal and copies it; its steps may not fall. @throws `invalid-option`, `invalid-parameters` or `not-finite`. */
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

/**
 * Applies a change to a trainer whose hyperparameters are `current`; returns the new ones. Applied again at the same step, a change
 * changes nothing, so that a run can continue from a state saved before or after its changes.
 * @param shuffles whether the configuration shuffles the rows
 */
export function applyChange(
  trainer: Trainer,
  change: JournalChange,
  current: Hyperparameters,
  shuffles: boolean,
): Hyperparameters {
  switch (change.kind) {
    case 'parameter':
      trainer.setParameter(change.index, change.value);
      return current;
    case 'parameters':
      trainer.loadState({ ...trainer.saveState(), parameters: change.parameters });
      return current;
    case 'seed':
      trainer.loadState(reseeded(trainer.saveState(), change.seed, shuffles));
      return current;
    case 'hyperparameters': {
      const { kind: _kind, ...changed } = change;
      const next = { ...current, ...changed };
      trainer.setHyperparameters(next);
      return next;
    }
  }
}

/** A state whose generator starts from a seed. The rows left of its epoch are sorted before they are shuffled, so that only the seed counts. */
function reseeded(state: TrainerState, seed: number, shuffles: boolean): TrainerState {
  const generator = createGenerator(seed);
  const { position, order } = state;
  if (shuffles && position > 0) shuffle(order.subarray(position).sort(), generator);
  return { ...state, generator: generator.state, order };
}
