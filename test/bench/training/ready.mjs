/**
 * Milliseconds until the first trainer of a thread can train: the kernels are decoded, compiled and given their memory. Its
 * network is the smallest, so that storing data does not count.
 */
export function firstTrainerMs({ createConfiguration, createKernelTrainer, createNetwork, sgd }) {
  const network = createNetwork({ layers: [2, 2, 1], seed: 1 });
  const optimizer = sgd({ learningRate: 1 });
  const configuration = createConfiguration({ network, cost: 'meanSquaredError', optimizer, batchSize: 4, seed: 1 });
  const dataset = { rows: 4, inputs: new Float32Array(8), targets: new Float32Array(4) };
  const started = performance.now();
  createKernelTrainer(configuration, dataset, null).train(1, new Float32Array(1));
  return performance.now() - started;
}
