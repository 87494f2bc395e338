import { createNetwork } from '../../../packages/engine/src/core/createNetwork.js';
import type { Cost, Optimizer } from '../../../packages/engine/src/core/configuration.js';
import type { Dataset } from '../../../packages/engine/src/core/dataset.js';
import { createGenerator } from '../../../packages/engine/src/core/generator.js';
import { activationNames, type Activation } from '../../../packages/engine/src/core/activations/registry.js';
import { hyperparametersOf } from '../../../packages/engine/src/core/optimizers.js';
import type { TrainerConfiguration } from '../../../packages/engine/src/core/trainer.js';

/** What a test wants of a run; the rest is drawn from its seed. */
export interface Wanted {
  readonly layers: readonly number[];
  readonly activation: Exclude<Activation, 'softmax'>;
  readonly output: Activation;
  readonly cost: Cost;
  readonly optimizer: Optimizer;
  readonly l1: number;
  readonly l2: number;
  readonly batchSize: number;
  readonly rows: number;
  readonly shuffle: boolean;
  /** Share of the inputs that are 0. */
  readonly zeros: number;
  readonly seed: number;
}

export const optimizers: readonly Optimizer[] = [
  { kind: 'sgd', learningRate: 0.05 },
  { kind: 'momentum', learningRate: 0.02, momentum: 0.9 },
  { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
];

/** Every function but softmax. */
export const hiddenActivations = activationNames.filter((name) => name !== 'softmax');

/** Every accepted pair of output activation and cost. */
export const outputs: readonly (readonly [Activation, Cost])[] = [
  ...activationNames.map((output) => [output, 'meanSquaredError'] as const),
  ['sigmoid', 'binaryCrossEntropy'],
  ['softmax', 'categoricalCrossEntropy'],
];

/** A run's configuration and data, the same on every machine. */
export function makeRun(wanted: Wanted): { configuration: TrainerConfiguration; dataset: Dataset } {
  const network = createNetwork({
    layers: [...wanted.layers],
    activation: wanted.activation,
    outputActivation: wanted.output,
    initializer: { kind: 'uniform', low: -0.5, high: 0.5 },
    seed: wanted.seed,
  });
  const configuration: TrainerConfiguration = {
    network: { layers: network.layers.map(({ weights: _w, biases: _b, ...layer }) => layer) },
    parameters: network.parameters,
    cost: wanted.cost,
    optimizer: wanted.optimizer,
    hyperparameters: hyperparametersOf(wanted.optimizer, { l1: wanted.l1, l2: wanted.l2 }),
    batchSize: wanted.batchSize,
    shuffle: wanted.shuffle,
    seed: wanted.seed,
  };
  return { configuration, dataset: makeDataset(wanted) };
}

function makeDataset({ layers, rows, zeros, cost, seed }: Wanted): Dataset {
  const generator = createGenerator(seed);
  const columns = layers.at(-1)!;
  const inputs = Float32Array.from({ length: rows * layers[0]! }, () =>
    generator.uniform() < zeros ? 0 : generator.between(-1, 1),
  );
  const targets = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    if (cost === 'meanSquaredError') {
      for (let j = 0; j < columns; j++) targets[row * columns + j] = generator.between(0, 1);
    } else if (cost === 'binaryCrossEntropy') {
      for (let j = 0; j < columns; j++) targets[row * columns + j] = generator.bounded(2);
    } else {
      targets[row * columns + generator.bounded(columns)] = 1;
    }
  }
  return { inputs, targets, rows };
}
