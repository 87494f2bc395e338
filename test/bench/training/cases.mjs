import { adderTable, digits, pictureSamples, shapes, xorTable } from './data.mjs';

const sigmoid = { hidden: 'sigmoid', output: 'sigmoid', cost: 'meanSquaredError' };
const classifier = { hidden: 'relu', output: 'softmax', cost: 'categoricalCrossEntropy' };

/** The seven workloads: networks, activations, batch sizes, learning rates, data. Everyone trains them by plain sgd, in the data's order. */
export const cases = [
  { name: 'xor', layers: [2, 2, 1], ...sigmoid, batchSize: 4, learningRate: 1, data: xorTable },
  { name: 'adder', layers: [10, 20, 6], ...sigmoid, batchSize: 28, learningRate: 1, data: adderTable },
  { name: 'img2nn', layers: [3, 28, 28, 9, 1], ...sigmoid, batchSize: 28, learningRate: 0.5, data: pictureSamples },
  { name: 'shapes', layers: [784, 14, 7, 5, 2], ...sigmoid, batchSize: 20, learningRate: 0.5, data: shapes },
  { name: 'digits', layers: [784, 16, 16, 10], ...sigmoid, batchSize: 32, learningRate: 0.5, data: digits },
  { name: 'mlp-128-64', layers: [784, 128, 64, 10], ...classifier, batchSize: 64, learningRate: 0.05, data: digits },
  { name: 'mlp-512-512', layers: [784, 512, 512, 10], ...classifier, batchSize: 128, learningRate: 0.05, data: digits },
];

/** What is aimed at: at least so many times as fast as each of these. */
export const targets = {
  core: { xor: 4, adder: 14, img2nn: 16, shapes: 45, digits: 40, 'mlp-128-64': 28, 'mlp-512-512': 15 },
  'best library': { xor: 7, adder: 20, img2nn: 50, shapes: 90, digits: 50, 'mlp-128-64': 20, 'mlp-512-512': 11 },
  pytorch: { xor: 1000, adder: 55, img2nn: 25, shapes: 25, digits: 10, 'mlp-128-64': 1.3, 'mlp-512-512': 0.35 },
};

export function shareOfZeros(values) {
  let zeros = 0;
  for (const value of values) if (value === 0) zeros++;
  return zeros / values.length;
}

/** The data cut into batches: what libraries that know batches are given. */
export function batchesOf({ layers, batchSize, data }) {
  const { rows, inputs, targets: answers } = data;
  const [width, outputs] = [layers[0], layers.at(-1)];
  const batches = [];
  for (let first = 0; first < rows; first += batchSize) {
    const end = Math.min(rows, first + batchSize);
    batches.push({
      rows: end - first,
      inputs: inputs.subarray(first * width, end * width),
      targets: answers.subarray(first * outputs, end * outputs),
    });
  }
  return batches;
}

/** The data as arrays, a row each: what libraries that learn row by row are given. */
export function rowsOf({ layers, data }) {
  const [width, outputs] = [layers[0], layers.at(-1)];
  return Array.from({ length: data.rows }, (_, row) => ({
    input: Array.from(data.inputs.subarray(row * width, (row + 1) * width)),
    output: Array.from(data.targets.subarray(row * outputs, (row + 1) * outputs)),
  }));
}

/** Makes `step` again and again over what is given, round and round. */
export function roundRobin(items) {
  let next = 0;
  return () => items[(next = (next + 1) % items.length)];
}
