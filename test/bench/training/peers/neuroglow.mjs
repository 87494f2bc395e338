import * as engine from '../engine.mjs';
import { firstTrainerMs } from '../ready.mjs';

const { createConfiguration, createCoreTrainer, createKernelTrainer, createNetwork, sgd } = engine;

/** A trainer of ours: kernels or core, and for kernels how the first layer reads. */
function prepare(workload, create) {
  const network = createNetwork({
    layers: workload.layers,
    activation: workload.hidden,
    outputActivation: workload.output,
    initializer: { kind: workload.hidden === 'relu' ? 'he' : 'glorot' },
    seed: 1,
  });
  const { cost, batchSize } = workload;
  const optimizer = sgd({ learningRate: workload.learningRate });
  const configuration = createConfiguration({ network, cost, optimizer, batchSize, shuffle: false, seed: 1 });
  const trainer = create(configuration, workload.data);
  const stepsPerEpoch = Math.ceil(workload.data.rows / batchSize);
  // Whole epochs, so that the samples of short last batches are counted rightly; a few milliseconds a call.
  let epochs = 1;
  return {
    train() {
      const steps = epochs * stepsPerEpoch;
      const started = performance.now();
      trainer.train(steps, new Float32Array(steps));
      const samples = epochs * workload.data.rows;
      if (performance.now() - started < 5 && steps < 100_000) epochs *= 2;
      return samples;
    },
    cost: () => trainer.evaluate('training').cost,
  };
}

export function neuroglow(workload) {
  const ready = firstTrainerMs(engine);
  const peer = prepare(workload, (configuration, data) => createKernelTrainer(configuration, data, null));
  return { ...peer, firstTrainerMs: ready };
}

/** The same with nothing skipped, whatever the data. */
export const neuroglowDense = (workload) =>
  prepare(workload, (configuration, data) => createKernelTrainer(configuration, data, null, { firstLayer: 'dense' }));

/** The engine's own plain TypeScript loops. */
export const core = (workload) =>
  prepare(workload, (configuration, data) => createCoreTrainer(configuration, data, null));
