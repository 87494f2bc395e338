import {
  adam,
  createGenerator,
  createNetwork,
  momentum,
  sgd,
  type ArithmeticKind,
  type Dataset,
  type TrainingOptions,
  type TrainingSession,
} from '@neuroglow/engine/core';

/**
 * A configuration whose parameters after 1,000 steps are known to the bit, for both arithmetics. When arithmetic changes on purpose, the
 * test in Node says the new digests.
 */
export interface IdentityCase {
  readonly name: string;
  readonly options: () => Omit<TrainingOptions, 'worker' | 'arithmetic'>;
  /** Digests of the parameters, as Node 20 computed them. */
  readonly digests: Readonly<Record<ArithmeticKind, string>>;
}

const steps = 1000;

/** 1,000 steps with two changes by hand on the way; gives the digest of the parameters. */
export async function trainAndDigest(session: TrainingSession): Promise<string> {
  await session.step(400);
  await session.setHyperparameters({ learningRate: 0.05 });
  await session.step(300);
  await session.setParameter({ kind: 'weight', layer: 1, input: 0, neuron: 0 }, 0.25);
  await session.step(steps - 700);
  const { parameters } = await session.read({ kind: 'parameters' });
  return digest(parameters);
}

/** FNV-1a over the bits. */
export function digest(values: Float32Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function noise(
  rows: number,
  inputs: number,
  outputs: number,
  seed: number,
): { inputs: Float32Array; draws: Float32Array } {
  const generator = createGenerator(seed);
  const draw = (count: number): Float32Array => Float32Array.from({ length: count }, () => generator.uniform());
  return { inputs: draw(rows * inputs), draws: draw(rows * outputs) };
}

function classes(rows: number, inputs: number, outputs: number, seed: number): Dataset {
  const { inputs: values, draws } = noise(rows, inputs, 1, seed);
  const targets = new Float32Array(rows * outputs);
  for (let row = 0; row < rows; row++) targets[row * outputs + Math.floor(draws[row]! * outputs)] = 1;
  return { inputs: values, targets, rows };
}

function values(rows: number, inputs: number, outputs: number, seed: number): Dataset {
  const { inputs: given, draws } = noise(rows, inputs, outputs, seed);
  return { inputs: given, targets: draws, rows };
}

export const identityCases: readonly IdentityCase[] = [
  {
    name: 'xor, sigmoid, squared error, sgd',
    options: () => ({
      network: createNetwork({ layers: [2, 4, 1], seed: 7 }),
      dataset: { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 },
      optimizer: sgd({ learningRate: 1 }),
      batchSize: 4,
      shuffle: false,
    }),
    digests: { core: '676de0f7', kernels: 'b8021e31' },
  },
  {
    name: '5-7-3, tanh, softmax, adam, short last batch',
    options: () => ({
      network: createNetwork({ layers: [5, 7, 3], activation: 'tanh', outputActivation: 'softmax', seed: 11 }),
      dataset: classes(23, 5, 3, 3),
      validation: classes(9, 5, 3, 4),
      cost: 'categoricalCrossEntropy',
      optimizer: adam({ learningRate: 0.01 }),
      batchSize: 5,
    }),
    digests: { core: '3e81e434', kernels: 'c807974f' },
  },
  {
    name: '12-10-9-4, relu, sigmoid, binary cross-entropy, momentum, penalties',
    options: () => ({
      network: createNetwork({ layers: [12, 10, 9, 4], activation: 'relu', initializer: { kind: 'he' }, seed: 13 }),
      dataset: classes(40, 12, 4, 5),
      cost: 'binaryCrossEntropy',
      optimizer: momentum({ learningRate: 0.05 }),
      penalty: { l1: 1e-4, l2: 1e-3 },
      batchSize: 8,
      validateEvery: { steps: 130 },
      validation: classes(10, 12, 4, 6),
    }),
    digests: { core: 'f7ab771c', kernels: '0df9ce03' },
  },
  {
    name: '3-17-2, sin, linear, squared error, adam',
    options: () => ({
      network: createNetwork({
        layers: [3, { neurons: 17, activation: 'sin' }, 2],
        outputActivation: 'linear',
        seed: 17,
      }),
      dataset: values(31, 3, 2, 8),
      optimizer: adam(),
      batchSize: 10,
    }),
    digests: { core: '539a56c0', kernels: 'feac12ad' },
  },
];
