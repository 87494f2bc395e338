import { adam, createNetwork, sgd } from '../../../packages/engine/dist/headless.js';
import { digits, xorTable } from '../training/data.mjs';

const picture = (layers, optimizer, activation) => () => ({
  network: createNetwork({ layers, activation, outputActivation: 'softmax', seed: 1 }),
  dataset: digits(),
  cost: 'categoricalCrossEntropy',
  optimizer,
  batchSize: 32,
  seed: 1,
});

/** Ten changes: by turns a learning rate and a weight. */
const change = (rate) => (session, entry) =>
  entry % 2 === 0
    ? session.setHyperparameters({ learningRate: rate / entry })
    : session.setParameter({ kind: 'weight', layer: 1, input: 0, neuron: 0 }, entry / 100);

export const cases = [
  {
    name: '784-16-16-10-sgd',
    options: picture([784, 16, 16, 10], sgd({ learningRate: 0.1 }), 'sigmoid'),
    steps: 20_000,
    change: change(0.1),
  },
  {
    name: '784-16-16-10-adam',
    options: picture([784, 16, 16, 10], adam({ learningRate: 0.001 }), 'sigmoid'),
    steps: 20_000,
    change: change(0.001),
  },
  {
    name: '784-128-64-10-adam',
    options: picture([784, 128, 64, 10], adam({ learningRate: 0.001 }), 'relu'),
    steps: 20_000,
    change: change(0.001),
  },
  {
    name: 'xor-1M',
    options: () => ({
      network: createNetwork({ layers: [2, 4, 1], seed: 1 }),
      dataset: xorTable(),
      optimizer: sgd({ learningRate: 0.5 }),
      batchSize: 2,
      seed: 1,
    }),
    steps: 1_000_000,
    change: change(0.5),
  },
];
