import * as engine from '@neuroglow/engine/core';
import { firstTrainerMs } from '../ready.mjs';

const { createNetwork, createTraining, sgd } = engine;

/** What a page with a graph, a heat map and a plot asks for, once a displayed frame. */
const watched = [{ kind: 'activations', input: { sample: 0 } }, { kind: 'parameters' }, { kind: 'costHistory' }];

const floats = (text) => new Float32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);

let session;
let stop = [];
let frames = 0;

/** On this thread, so before the worker is there. */
globalThis.firstTrainerMs = () => firstTrainerMs(engine);

/** Starts a session in its worker; called from the bench. */
globalThis.begin = async ({ layers, hidden, output, cost, batchSize, learningRate, rows, inputs, targets }) => {
  session?.dispose();
  const network = createNetwork({
    layers,
    activation: hidden,
    outputActivation: output,
    initializer: { kind: hidden === 'relu' ? 'he' : 'glorot' },
    seed: 1,
  });
  const dataset = { rows, inputs: floats(inputs), targets: floats(targets) };
  const optimizer = sgd({ learningRate });
  session = createTraining({ network, dataset, cost, optimizer, batchSize, shuffle: false });
  void session.start();
  while (session.getSnapshot().step === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return { arithmetic: session.getSnapshot().arithmetic, place: session.diagnostics?.place };
};

/** Steps a second over some seconds, with or without views taken each frame, and how many frames of views came a second. */
globalThis.round = async (seconds, views) => {
  stop.forEach((end) => end());
  frames = 0;
  stop = views
    ? watched.map((view, k) =>
        session.watch(view, { onFrame: () => (frames += k === 0 ? 1 : 0), onError: (error) => console.error(error) }),
      )
    : [];
  const [from, started] = await settledStep();
  frames = 0;
  await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  const [to, ended] = await settledStep();
  const wall = (ended - started) / 1000;
  return { steps: to - from, wall, frames: frames / wall };
};

/** A step number fresh from the worker, and when it came. */
async function settledStep() {
  const { step } = await session.read({ kind: 'costHistory' });
  return [step, performance.now()];
}

/** Pauses or goes on. */
globalThis.rest = async (resting) => {
  if (resting) await session.pause();
  else void session.start();
};
