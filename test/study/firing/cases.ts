import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  adam,
  adderDataset,
  logicGateDataset,
  sgd,
  shapesDataset,
  spiralDataset,
  type Cost,
  type Dataset,
  type Initializer,
  type LayerOptions,
  type Optimizer,
} from '@neuroglow/engine/core';
import { labelledImages } from '../../../stories/data/labelledImages.js';

/** A network, its data and how it learns: everything that a run needs besides its seed. Plain data, so that it can be hashed. */
export interface Case {
  readonly name: string;
  /** What `--network` calls it; several cases can share one. */
  readonly network: string;
  readonly data: 'xor' | 'adder3' | 'adder5' | 'shapes' | 'spiral' | 'spiralTanh' | 'digits';
  readonly layers: readonly (number | LayerOptions)[];
  readonly cost: Cost;
  readonly optimizer: Optimizer;
  readonly initializer: Initializer;
  /** Rows per step; 'full' for all. */
  readonly batch: number | 'full';
  readonly steps: number;
  /** The evaluation cost and the probes are recorded every so many steps. */
  readonly every: number;
  /** Most probes: rows of the evaluation set, evenly spaced. */
  readonly probes: number;
  readonly seeds: number;
  /** Which case it varies, if it is only there to see whether the answer changes. */
  readonly varies?: string;
}

/** Weights and biases alike, as nn.h's gym has them. */
const uniform: Initializer = { kind: 'uniform', low: -1, high: 1 };
const glorot: Initializer = { kind: 'glorot' };
const he: Initializer = { kind: 'he' };
const rate = (learningRate: number): Optimizer => sgd({ learningRate });
const mse = 'meanSquaredError';

const xor = { data: 'xor', cost: mse, initializer: uniform, optimizer: rate(1), batch: 'full', probes: 4 } as const;
const xor2: Case = {
  ...xor,
  name: 'xor 2-2-1',
  network: 'xor',
  layers: [2, 2, 1],
  steps: 12_000,
  every: 1,
  seeds: 200,
};
const xor4: Case = { ...xor2, name: 'xor 2-4-1', layers: [2, 4, 1] };
const adder3: Case = {
  ...{ name: 'adder 3 bits', network: 'adder3', data: 'adder3', layers: [6, 12, 4], cost: mse, optimizer: rate(1) },
  ...{ initializer: uniform, batch: 'full', steps: 12_000, every: 5, probes: 16, seeds: 30 },
};
const adder5: Case = {
  ...adder3,
  name: 'adder 5 bits',
  network: 'adder5',
  data: 'adder5',
  layers: [10, 20, 6],
  steps: 8_000,
};
const softmax: LayerOptions = { neurons: 2, activation: 'softmax' };
const relu = (neurons: number): LayerOptions => ({ neurons, activation: 'relu' });
const tanh = (neurons: number): LayerOptions => ({ neurons, activation: 'tanh' });
const shapes: Case = {
  ...{ name: 'shapes', network: 'shapes', data: 'shapes', layers: [196, 14, 7, 2], cost: mse, optimizer: rate(1) },
  ...{ initializer: glorot, batch: 32, steps: 6_000, every: 5, probes: 16, seeds: 30 },
};
const spiralTanh: Case = {
  ...{ name: 'spiral tanh', network: 'spiral', data: 'spiralTanh', layers: [2, tanh(8), tanh(8), tanh(1)], cost: mse },
  ...{ optimizer: rate(0.1), initializer: glorot, batch: 10, steps: 12_000, every: 10, probes: 16, seeds: 30 },
};
const spiralRelu: Case = {
  ...spiralTanh,
  ...{
    name: 'spiral relu',
    data: 'spiral',
    layers: [2, relu(8), relu(8), 1],
    cost: 'binaryCrossEntropy',
    initializer: he,
  },
};
const digits: Case = {
  ...{ name: 'digits', network: 'digits', data: 'digits', layers: [64, 16, 16, 10], cost: mse, optimizer: rate(0.5) },
  ...{ initializer: glorot, batch: 32, steps: 4_000, every: 5, probes: 16, seeds: 30 },
};

const slow = adam({ learningRate: 0.01 });
const beside = (base: Case, name: string, change: Partial<Case>): Case => ({
  ...base,
  ...change,
  name: `${base.name}, ${name}`,
  varies: base.name,
});

/** Every case of the study: each network as in nn.h's gym where that applies, and what is varied beside it. */
export const cases: readonly Case[] = [
  xor2,
  xor4,
  adder3,
  adder5,
  shapes,
  spiralTanh,
  spiralRelu,
  digits,
  beside(xor2, 'rate 0.5', { optimizer: rate(0.5), steps: 24_000, every: 2, seeds: 100 }),
  beside(xor2, 'rate 2', { optimizer: rate(2), steps: 6_000, seeds: 100 }),
  beside(xor2, 'batch 1', { batch: 1, every: 5, steps: 24_000, seeds: 100 }),
  beside(xor2, 'adam', { optimizer: slow, steps: 4_000, seeds: 100 }),
  beside(xor4, 'batch 1', { batch: 1, every: 5, steps: 24_000, seeds: 100 }),
  beside(adder3, 'batch 8', { batch: 8 }),
  beside(adder3, 'adam', { optimizer: slow, steps: 3_000 }),
  beside(digits, 'rate 0.1', { optimizer: rate(0.1), steps: 12_000, every: 10 }),
  beside(digits, 'adam', {
    optimizer: adam({ learningRate: 0.002 }),
    layers: [64, 16, 16, { neurons: 10, activation: 'softmax' }],
    cost: 'categoricalCrossEntropy',
    steps: 2_000,
  }),
  beside(shapes, 'adam, relu and softmax', {
    optimizer: adam({ learningRate: 0.002 }),
    layers: [196, relu(14), relu(7), softmax],
    cost: 'categoricalCrossEntropy',
    initializer: he,
    steps: 2_000,
  }),
];

/** The data of a case. The same for every seed. */
export async function dataOf(kind: Case['data'], root: string): Promise<Dataset> {
  switch (kind) {
    case 'xor':
      return logicGateDataset('xor');
    case 'adder3':
      return adderDataset({ bits: 3 });
    case 'adder5':
      return adderDataset({ bits: 5 });
    case 'shapes':
      return shapesDataset({ rows: 500, side: 14 });
    case 'spiral':
      return spiralDataset({ rows: 300 });
    case 'spiralTanh':
      return spiralDataset({ rows: 300, targets: [-1, 1] });
    case 'digits':
      return readDigits(join(root, 'stories', 'data', 'digits', 'digits.csv.gz'));
  }
}

async function readDigits(path: string): Promise<Dataset> {
  const lines = gunzipSync(await readFile(path))
    .toString('utf8')
    .trim()
    .split('\n');
  const pixels = new Uint8Array(lines.length * 64);
  const labels = Uint8Array.from(lines, (line, row) => {
    const numbers = line.split(',').map(Number);
    pixels.set(numbers.slice(0, 64), row * 64);
    return numbers[64]!;
  });
  return labelledImages(
    pixels,
    16,
    labels,
    Array.from({ length: 10 }, (_, digit) => String(digit)),
  );
}
