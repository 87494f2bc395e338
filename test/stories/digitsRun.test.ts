import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  createTraining,
  momentum,
  openRecording,
  writeRecording,
  type TrainingSession,
} from '@neuroglow/engine/core';
import { loadDigits } from '../../stories/data/digits.js';

const file = new URL('../../stories/data/digits/run.neuroglow', import.meta.url);
const parameters = { kind: 'parameters' } as const;

/** The run in the file: 64-16-16-10, 1,500 steps, the learning rate lowered after 900. */
async function train(): Promise<TrainingSession> {
  const { training, validation } = await loadDigits();
  const session = createTraining({
    network: createNetwork({
      layers: [{ neurons: 64, shape: [8, 8] }, 16, 16, { neurons: 10, labels: training.classNames }],
      activation: 'sigmoid',
      outputActivation: 'softmax',
      seed: 1,
    }),
    ...{
      dataset: training,
      validation,
      cost: 'categoricalCrossEntropy',
      optimizer: momentum({ learningRate: 0.1, momentum: 0.9 }),
    },
    arithmetic: 'kernels',
  });
  await session.step(900);
  await session.setHyperparameters({ learningRate: 0.02 });
  await session.step(600);
  return session;
}

describe('the recorded run of the digits', () => {
  it('is the run that training makes, at every step', async () => {
    const session = await train();
    if (process.env['NEUROGLOW_RECORD']) {
      await writeFile(file, await writeRecording(session, { data: false, keyframes: 8 }));
    }
    const { training: dataset, validation } = await loadDigits();
    const recording = await openRecording(await readFile(file), { dataset, validation });
    expect(recording.getSnapshot()).toEqual({ ...session.getSnapshot(), notice: null });
    expect(recording.journal).toEqual(session.journal);
    for (const at of [0, 1, 450, 899, 900, 901, 1499, 1500]) {
      expect(await recording.read(parameters, { at })).toEqual(await session.read(parameters, { at }));
    }
    session.dispose();
  });
});
