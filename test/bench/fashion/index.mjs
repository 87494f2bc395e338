// How far 784-128-64-10 gets with Fashion-MNIST's 60,000 pictures in ten epochs, and how long an epoch takes.
//   npm run bench -- fashion [--data FOLDER] [--epochs 10] [--json]
// FOLDER holds the four IDX files, as the Debian package dataset-fashion-mnist installs them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  adam,
  createConfiguration,
  createKernelTrainer,
  createNetwork,
  createRun,
  labelledImages,
  loadKernels,
  readIdx,
} from '../../../packages/engine/dist/headless.js';

const option = (name, byDefault) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? byDefault : process.argv[index + 1];
};
const folder = option('data', '/usr/share/datasets/fashion-mnist');
const epochs = Number(option('epochs', '10'));
const asJson = process.argv.includes('--json');
const say = (line) => {
  if (!asJson) console.log(line);
};
const report = (metric, value) => {
  if (asJson)
    console.log(JSON.stringify({ bench: 'fashion', case: '784-128-64-10', peer: 'neuroglow', metric, value }));
};

if (!existsSync(join(folder, 'train-images-idx3-ubyte.gz'))) {
  console.error(`${folder} holds no Fashion-MNIST: apt-get install dataset-fashion-mnist, or pass --data FOLDER.`);
  process.exit(1);
}

const read = async (part) =>
  labelledImages(
    await readIdx(readFileSync(join(folder, `${part}-images-idx3-ubyte.gz`))),
    await readIdx(readFileSync(join(folder, `${part}-labels-idx1-ubyte.gz`))),
  );
const [training, validation] = [await read('train'), await read('t10k')];
await loadKernels();

const batchSize = 128;
const network = createNetwork({
  layers: [784, 128, 64, 10],
  activation: 'relu',
  outputActivation: 'softmax',
  seed: 1,
});
const run = createRun({
  configuration: createConfiguration({
    network,
    cost: 'categoricalCrossEntropy',
    optimizer: adam({ learningRate: 0.001 }),
    batchSize,
    seed: 1,
  }),
  training,
  validation,
  createTrainer: createKernelTrainer,
});
const stepsPerEpoch = Math.ceil(training.rows / batchSize);
const seconds = [];
for (let epoch = 1; epoch <= epochs; epoch++) {
  const start = performance.now();
  run.advance(stepsPerEpoch);
  seconds.push((performance.now() - start) / 1000);
  const { accuracy } = run.trainer.evaluate('validation');
  say(`epoch ${epoch}: ${seconds.at(-1).toFixed(2)} s, test accuracy ${(100 * accuracy).toFixed(2)} %`);
}
report('testAccuracy', run.trainer.evaluate('validation').accuracy);
report('secondsPerEpoch', [...seconds].sort((one, other) => one - other)[Math.floor(seconds.length / 2)]);
