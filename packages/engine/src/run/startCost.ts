import { costOf } from '../core/backward.js';
import { networkOf } from '../core/createNetwork.js';
import type { Dataset } from '../core/dataset.js';
import type { Trainer, TrainerConfiguration } from '../core/trainer.js';

/** The cost before the first step: that of the batch which the first step will take. The trainer stands at step 0. */
export function startCost(trainer: Trainer, { network, cost }: TrainerConfiguration, training: Dataset): number {
  const { inputs, targets, rows } = training;
  const batch = trainer.latestBatch();
  const gather = (table: Float32Array): Float32Array => {
    const width = table.length / rows;
    const gathered = new Float32Array(batch.length * width);
    batch.forEach((row, at) => gathered.set(table.subarray(row * width, (row + 1) * width), at * width));
    return gathered;
  };
  const rowsOfBatch = { inputs: gather(inputs), targets: gather(targets), rows: batch.length };
  return costOf(networkOf(network, trainer.readParameters()), rowsOfBatch, cost);
}
