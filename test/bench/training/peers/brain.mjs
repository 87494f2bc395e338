import { roundRobin, rowsOf } from '../cases.mjs';
import { fromPeers } from './fromPeers.mjs';

/** brain.js learns row by row; its own cost is not ours, so its error is measured by us. Its activations are one kind a network. */
export function brain(workload) {
  const { NeuralNetwork } = fromPeers('brain.js');
  const { layers, hidden, learningRate } = workload;
  const net = new NeuralNetwork({
    inputSize: layers[0],
    hiddenLayers: layers.slice(1, -1),
    outputSize: layers.at(-1),
    activation: hidden,
    learningRate: hidden === 'relu' ? 0.001 : learningRate / 4,
  });
  const rows = rowsOf(workload).map(({ input, output }) => ({
    input: Float32Array.from(input),
    output: Float32Array.from(output),
  }));
  net.sizes = layers;
  net.initialize();
  const next = roundRobin(rows);
  return {
    train() {
      for (let k = 0; k < 16; k++) net.trainPattern(next());
      return 16;
    },
    cost: () => meanError(rows, (input) => net.runInput(input)),
  };
}

/** Σ (a − y)² averaged over the rows. */
export function meanError(rows, answer) {
  let sum = 0;
  for (const { input, output } of rows) {
    const a = answer(input);
    for (let j = 0; j < output.length; j++) sum += (a[j] - output[j]) ** 2;
  }
  return sum / rows.length;
}
