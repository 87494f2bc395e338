import { createHash } from 'node:crypto';

/**
 * What a run that nobody looked at has at some steps: digests of parameters, optimizer state and cost. `check` throws where a step that
 * was looked at differs in a bit.
 */
export async function straightCosts(options, journal, steps, { createRun, createKernelTrainer }) {
  const { configuration, data } = await configurationOf(options);
  const run = createRun({ configuration, training: data, journal, createTrainer: createKernelTrainer });
  run.evaluateStart();
  const digests = new Map();
  for (const step of [...new Set(steps)].sort((one, other) => one - other)) {
    run.advance(step - run.step);
    const { parameters, optimizer } = run.trainer.saveState();
    digests.set(step, digest(parameters, optimizer, run.latestCost));
  }
  run.dispose();
  return {
    check(step, parameters, { trainer, latestCost }) {
      if (digest(parameters, trainer.optimizer, latestCost) === digests.get(step)) return;
      throw new Error(`step ${step} differs from that of a straight run`);
    },
  };
}

/** The configuration that a session makes of its options. */
async function configurationOf({ dataset, ...options }) {
  const { createTraining } = await import('../../../packages/engine/dist/headless.js');
  const session = createTraining({ ...options, dataset, worker: false });
  const { configuration } = await session.saveState({ data: false });
  session.dispose();
  return { configuration, data: dataset };
}

function digest(parameters, optimizer, cost) {
  const hash = createHash('sha1');
  for (const array of [parameters, optimizer, Float64Array.of(cost)]) {
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  return hash.digest('hex');
}
