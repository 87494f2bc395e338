import { roundRobin, rowsOf } from '../cases.mjs';
import { fromPeers } from './fromPeers.mjs';

/** ConvNetJS with its own Trainer and batches. Its regression has linear outputs, which spares it the last sigmoid. */
export function convnet(workload) {
  const convnetjs = fromPeers('convnetjs');
  const { layers, hidden, output, batchSize, learningRate } = workload;
  const net = new convnetjs.Net();
  const outputs = layers.at(-1);
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: layers[0] },
    ...layers.slice(1, -1).map((neurons) => ({ type: 'fc', num_neurons: neurons, activation: hidden })),
    output === 'softmax' ? { type: 'softmax', num_classes: outputs } : { type: 'regression', num_neurons: outputs },
  ]);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: output === 'softmax' ? learningRate : learningRate / 10,
    momentum: 0,
    batch_size: batchSize,
    l2_decay: 0,
  });
  const rows = rowsOf(workload).map(({ input, output: target }) => {
    const volume = new convnetjs.Vol(1, 1, layers[0], 0);
    volume.w = Float64Array.from(input);
    return [volume, output === 'softmax' ? target.indexOf(1) : target];
  });
  const next = roundRobin(rows);
  return {
    train() {
      for (let k = 0; k < batchSize; k++) trainer.train(...next());
      return batchSize;
    },
    cost: () => rows.reduce((sum, [x, y]) => (net.forward(x, false), sum + net.backward(y)), 0) / rows.length,
  };
}
