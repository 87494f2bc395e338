import { batchesOf, roundRobin } from '../cases.mjs';
import { fromPeers } from './fromPeers.mjs';

/** TensorFlow.js with `optimizer.minimize` over batches that are tensors already: its fastest way to train. */
async function prepare(workload, backend) {
  const tf = await fromPeers('@tensorflow/tfjs');
  if (backend === 'wasm') {
    const { setWasmPaths, setThreadsCount } = await fromPeers('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(fromPeers.folderOf('@tensorflow/tfjs-backend-wasm') + '/wasm-out/');
    setThreadsCount(1);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
  await tf.ready();
  const { layers, hidden, output, learningRate } = workload;
  const parameters = layers
    .slice(1)
    .map((neurons, l) => [
      tf.variable(tf.randomNormal([layers[l], neurons], 0, Math.sqrt(2 / (layers[l] + neurons)), 'float32', l + 1)),
      tf.variable(tf.zeros([neurons])),
    ]);
  const forward = (x) =>
    parameters.reduce((a, [w, b], l) => {
      const z = a.matMul(w).add(b);
      if (l < parameters.length - 1) return hidden === 'relu' ? z.relu() : z.sigmoid();
      return output === 'softmax' ? z : z.sigmoid();
    }, x);
  const cost = ({ x, y, rows }) =>
    output === 'softmax'
      ? tf.losses.softmaxCrossEntropy(y, forward(x))
      : forward(x).squaredDifference(y).sum().div(rows);
  const optimizer = tf.train.sgd(learningRate);
  const batches = batchesOf(workload).map(({ rows, inputs, targets }) => ({
    rows,
    x: tf.tensor2d(inputs, [rows, layers[0]]),
    y: tf.tensor2d(targets, [rows, layers.at(-1)]),
  }));
  const next = roundRobin(batches);
  return {
    train() {
      const batch = next();
      optimizer.minimize(() => cost(batch));
      return batch.rows;
    },
    cost: () => tf.tidy(() => batches.reduce((sum, batch) => sum + cost(batch).dataSync()[0], 0) / batches.length),
  };
}

export const tensorflowCpu = (workload) => prepare(workload, 'cpu');
export const tensorflowWasm = (workload) => prepare(workload, 'wasm');
