import type { TrainerState } from '../../../packages/engine/src/core/trainer.js';
import { createKernelTrainer } from '../../../packages/engine/src/kernels/kernelTrainer.js';
import { hiddenActivations, makeRun, optimizers, outputs, type Wanted } from './configurations.js';

const small = { layers: [7, 5, 6, 3], l1: 0, l2: 0, batchSize: 4, rows: 9, shuffle: true, zeros: 0.3, seed: 5 };
const classifier = { activation: 'relu', output: 'softmax', cost: 'categoricalCrossEntropy' } as const;
const sgd = optimizers[0]!;

/** Every output after sigmoids; after another function that function itself, and each cross-entropy. */
function outputsAfter(hidden: Wanted['activation']): typeof outputs {
  return outputs.filter(([output, cost]) => hidden === 'sigmoid' || cost !== 'meanSquaredError' || output === hidden);
}

/** Runs by name: every activation hidden and as output, with every cost and optimizer, and each way of going through the layers. */
export function namedRuns(): Map<string, Wanted> {
  const runs = new Map<string, Wanted>();
  for (const activation of hiddenActivations) {
    for (const [output, cost] of outputsAfter(activation)) {
      for (const optimizer of optimizers) {
        const name = `${activation} ${output} ${cost} ${optimizer.kind}`;
        runs.set(name, { ...small, activation, output, cost, optimizer });
      }
    }
  }
  const wide = { ...small, ...classifier, optimizer: sgd, layers: [90, 70, 33, 10], rows: 70, batchSize: 33 };
  runs.set('wide', { ...wide, zeros: 0 });
  runs.set('wide sparse', { ...wide, zeros: 0.8 });
  runs.set('narrow sparse', { ...wide, layers: [90, 18, 10], zeros: 0.8 });
  runs.set('penalties', { ...wide, zeros: 0.8, l1: 0.001, l2: 0.01 });
  const sigmoids = { ...small, activation: 'sigmoid', output: 'sigmoid', cost: 'meanSquaredError' } as const;
  for (const optimizer of optimizers) {
    runs.set(`lone columns ${optimizer.kind}`, { ...sigmoids, optimizer, layers: [5, 28, 9, 1] });
  }
  const tiny = { activation: 'sigmoid', output: 'sigmoid', cost: 'meanSquaredError', optimizer: sgd, rows: 4 } as const;
  for (const hidden of [2, 3, 4]) runs.set(`tiny ${hidden}`, { ...small, ...tiny, layers: [2, hidden, 1] });
  return runs;
}

/** What 25 steps left: costs, parameters, optimizer state, order. */
export function digestOf(wanted: Wanted): string {
  const { configuration, dataset } = makeRun(wanted);
  const trainer = createKernelTrainer(configuration, dataset, null);
  const costs = new Float32Array(25);
  trainer.train(costs.length, costs);
  return hashOf(costs, trainer.saveState());
}

/** FNV-1a over the bits of costs and of everything in a state. */
export function hashOf(costs: Float32Array, state: TrainerState): string {
  const { step, epoch, position, parameters, optimizer, powers, generator, order } = state;
  let hash = 0x811c9dc5;
  for (const part of [costs, Uint32Array.of(step, epoch, position), parameters, optimizer, powers, generator, order]) {
    for (const byte of new Uint8Array(part.buffer, part.byteOffset, part.byteLength)) {
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
