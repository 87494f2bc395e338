import { checkObject, isNumberList } from './check.js';
import { parameterLayout } from './describe.js';
import { NeuroglowError } from './error.js';
import { createGenerator, generatorFromState } from './generator.js';
import { checkHyperparameters, statesPerParameter } from './optimizers.js';
import { show } from './show.js';
import { shuffle } from './shuffle.js';
import type { TrainerConfiguration, TrainerState } from './trainer.js';

/** Step 0 of a run over that many rows. */
export function initialState(configuration: TrainerConfiguration, rows: number): TrainerState {
  const { parameterCount } = parameterLayout(configuration.network);
  return {
    step: 0,
    epoch: 0,
    position: 0,
    parameters: configuration.parameters.slice(),
    optimizer: new Float32Array(statesPerParameter(configuration.optimizer) * parameterCount),
    powers: new Float64Array([1, 1]),
    generator: createGenerator(configuration.seed).state,
    order: Uint32Array.from({ length: rows }, (_, row) => row),
    hyperparameters: { ...configuration.hyperparameters },
  };
}

/** A copy that shares nothing. */
export function copyState(state: TrainerState): TrainerState {
  return {
    ...state,
    parameters: state.parameters.slice(),
    optimizer: state.optimizer.slice(),
    powers: state.powers.slice(),
    generator: state.generator.slice(),
    order: state.order.slice(),
    hyperparameters: { ...state.hyperparameters },
  };
}

/** Steps per epoch; the last may be short. */
export function stepsPerEpoch(rows: number, batchSize: number): number {
  return Math.ceil(rows / batchSize);
}

/** Rows of the step that led to a state; at step 0, of the first step, whose shuffle is made on copies. */
export function latestBatchOf(
  { step, position, order, generator }: Pick<TrainerState, 'step' | 'position' | 'order' | 'generator'>,
  configuration: TrainerConfiguration,
): Uint32Array {
  const { batchSize } = configuration;
  if (step === 0) {
    const first = order.slice();
    if (configuration.shuffle) shuffle(first, generatorFromState(generator));
    return first.slice(0, batchSize);
  }
  const end = position === 0 ? order.length : position;
  return order.slice(Math.floor((end - 1) / batchSize) * batchSize, end);
}

/** Throws `invalid-parameters` unless the state can be loaded by a trainer of that configuration over that many rows. */
export function checkState(state: TrainerState, configuration: TrainerConfiguration, rows: number): void {
  const { parameterCount } = parameterLayout(configuration.network);
  checkObject(state, 'state', 'invalid-parameters');
  const fits = (name: 'parameters' | 'optimizer' | 'powers' | 'generator' | 'order', expected: number): void => {
    const given: unknown = state[name];
    if (isNumberList(given) && given.length === expected) return;
    throw new NeuroglowError(
      'invalid-parameters',
      `state.${name}: expected ${expected} numbers, got ${show(given)}; load a state saved from a run of the same configuration and data.`,
    );
  };
  fits('parameters', parameterCount);
  fits('optimizer', statesPerParameter(configuration.optimizer) * parameterCount);
  fits('powers', 2);
  fits('generator', 4);
  fits('order', rows);
  checkHyperparameters(state.hyperparameters);
  const { step, epoch, position, order } = state;
  const areCounts = [step, epoch, position].every((count) => Number.isInteger(count) && count >= 0);
  if (!areCounts || position % configuration.batchSize !== 0 || position >= rows) {
    throw new NeuroglowError(
      'invalid-parameters',
      `state: expected whole step, epoch and position at the start of a batch, got ${[step, epoch, position].map(show).join(', ')}; load a state saved from a run.`,
    );
  }
  for (const row of order) {
    if (row >= rows) {
      throw new NeuroglowError(
        'invalid-parameters',
        `state.order: expected rows below ${rows}, got ${row}; load a state saved from a run over the same data.`,
      );
    }
  }
}
