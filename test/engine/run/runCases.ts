import {
  createConfiguration,
  createCoreTrainer,
  createGenerator,
  createNetwork,
  momentum,
  type ConfigurationOptions,
  type Dataset,
  type NetworkOptions,
  type RunOptions,
} from '@neuroglow/engine/core';

/** A small, noisy classification: 22 rows, so that batches of 5 leave a short one. */
export function smallDataset(rows = 22): Dataset {
  const draw = createGenerator(5);
  const inputs = Float32Array.from({ length: rows * 2 }, () => draw.between(-1, 1));
  const targets = Float32Array.from({ length: rows }, (_, row) =>
    inputs[2 * row]! * inputs[2 * row + 1]! > 0 ? 1 : 0,
  );
  return { inputs, targets, rows };
}

/** A run's options over that data; 5 steps an epoch. */
export function smallRun(
  options: Partial<RunOptions> & { configure?: Partial<ConfigurationOptions>; network?: Partial<NetworkOptions> } = {},
): RunOptions {
  const { configure = {}, network = {}, ...rest } = options;
  const configuration = createConfiguration({
    network: createNetwork({ layers: [2, 4, 1], activation: 'tanh', seed: 2, ...network }),
    optimizer: momentum({ learningRate: 0.05 }),
    batchSize: 5,
    seed: 9,
    ...configure,
  });
  return {
    configuration,
    training: smallDataset(),
    validation: null,
    validateEvery: null,
    createTrainer: createCoreTrainer,
    ...rest,
  };
}
