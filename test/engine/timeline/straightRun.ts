import {
  adam,
  createCoreTrainer,
  createGenerator,
  createKernelTrainer,
  createNetwork,
  createRun,
  sgd,
  type ArithmeticKind,
  type Dataset,
  type JournalEntry,
  type TrainerState,
  type TrainingOptions,
} from '@neuroglow/engine/core';
import { checkTrainingOptions } from '../../../packages/engine/src/session/trainingOptions.js';
import type { Session } from '../../../packages/engine/src/session/session.js';
import type { ManualWindow } from '../hosting/manualWindow.js';

/** Everything about a step that has to be equal to the bit. */
export interface StepState {
  readonly trainer: TrainerState;
  readonly cost: number | null;
}

/** 23 rows in batches of 5: epochs of 5 steps, the last one short. */
function rows(): Dataset {
  const generator = createGenerator(9);
  const [count, inputs, outputs] = [23, 3, 2];
  return {
    inputs: Float32Array.from({ length: count * inputs }, () => generator.between(-1, 1)),
    targets: Float32Array.from({ length: count * outputs }, () => generator.uniform()),
    rows: count,
  };
}

export const smallRuns: readonly { readonly name: string; readonly options: TrainingOptions }[] = (
  ['core', 'kernels'] as const
).flatMap((arithmetic: ArithmeticKind) =>
  [sgd({ learningRate: 0.5 }), adam({ learningRate: 0.01 })].map((optimizer) => ({
    name: `${optimizer.kind}, ${arithmetic}`,
    options: {
      network: createNetwork({ layers: [3, 6, 2], seed: 5 }),
      dataset: rows(),
      optimizer,
      batchSize: 5,
      probes: [[0.1, 0.2, 0.3]],
      arithmetic,
    },
  })),
);

/** Trains to `steps`, with ten changes by hand on the way. */
export async function trainWithChanges(session: Session, window: ManualWindow, steps: number): Promise<void> {
  const changes = 10;
  for (let change = 1; change <= changes; change++) {
    const step = Math.floor((steps * change) / (changes + 1));
    await window.until(session.step(step - session.getSnapshot().step));
    if (change % 2 === 0) await window.until(session.setHyperparameters({ learningRate: 0.4 / change }));
    else {
      await window.until(session.setParameter({ kind: 'weight', layer: 1, input: 0, neuron: change % 6 }, change / 8));
    }
  }
  await window.until(session.step(steps - session.getSnapshot().step));
}

/** The state after every step, of a run that nobody looked at. */
export function straightStates(
  options: TrainingOptions,
  journal: readonly JournalEntry[],
  steps: number,
): readonly StepState[] {
  const { configuration, training, arithmetic } = checkTrainingOptions(options);
  const createTrainer = arithmetic === 'kernels' ? createKernelTrainer : createCoreTrainer;
  const run = createRun({ configuration, training, journal, createTrainer });
  run.evaluateStart();
  const states: StepState[] = [];
  for (let step = 0; step <= steps; step++) {
    states.push({ trainer: run.trainer.saveState(), cost: run.latestCost });
    run.advance(1);
  }
  return states;
}

/** Whole numbers below a bound, the same every time. */
export function* randomSteps(bound: number, seed = 1): Generator<number, never> {
  const generator = createGenerator(seed);
  for (;;) yield generator.bounded(bound);
}
