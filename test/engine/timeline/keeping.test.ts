import { describe, expect, it } from 'vitest';
import type { TrainerState, TrainingSource } from '@neuroglow/engine/core';
import type { Keyframe } from '../../../packages/engine/src/timeline/keyframe.js';
import { KeyframeStore } from '../../../packages/engine/src/timeline/keyframeStore.js';
import { TimelineMemory } from '../../../packages/engine/src/timeline/timelineMemory.js';
import { ManualWindow } from '../hosting/manualWindow.js';
import { randomSteps, smallRuns, straightStates } from './straightRun.js';

const parameters = { kind: 'parameters' } as const;
const { options } = smallRuns[1]!;

function keyframe(step: number, order: Uint32Array, numbers = 1_000): Keyframe {
  const trainer = {
    ...{ step, epoch: 0, position: 0, order },
    parameters: new Float32Array(numbers),
    optimizer: new Float32Array(0),
    powers: new Float64Array(2),
    generator: new Uint32Array(4),
    hyperparameters: { learningRate: 0.1, momentum: 0, l1: 0, l2: 0 },
  } satisfies TrainerState;
  return { trainer, latestCost: step };
}

describe('keyframes of a long run', () => {
  it('stay within their budget, with gaps that grow evenly, and keep the first and the latest', () => {
    const memory = new TimelineMemory();
    const store = new KeyframeStore(100_000, memory);
    const order = new Uint32Array(10);
    for (let step = 0; step <= 5_000; step += 5) {
      store.add(keyframe(step, order));
      expect(store.spareBytes).toBeLessThanOrEqual(100_000);
    }
    const steps = store.all().map(({ trainer }) => trainer.step);
    expect([steps[0], steps.at(-1)]).toEqual([0, 5_000]);
    expect(steps.length).toBeGreaterThan(15);
    const gaps = steps.slice(1).map((step, index) => step - steps[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual((5_000 / steps.length) * 4);
    expect(store.nearest(4_999)!.trainer.step).toBeLessThan(5_000);
    expect(store.nearest(5_000)!.trainer.step).toBe(5_000);
    expect(store.spacing(5_000)).toBeGreaterThan(100);
  });

  it('share the budget of their window', () => {
    const memory = new TimelineMemory();
    const [one, other] = [new KeyframeStore(60_000, memory), new KeyframeStore(60_000, memory)];
    for (let step = 0; step < 200; step++) {
      one.add(keyframe(step, new Uint32Array(4)));
      if (step > 100) other.add(keyframe(step, new Uint32Array(4)));
      expect(memory.bytes).toBeLessThanOrEqual(60_000);
    }
    expect(other.spareBytes).toBeGreaterThan(15_000);
    one.release();
    expect(memory.bytes).toBe(other.spareBytes);
  });

  it('go where the run takes another course', () => {
    const store = new KeyframeStore(1e6, new TimelineMemory());
    for (const step of [0, 10, 20, 30]) store.add(keyframe(step, new Uint32Array(4)));
    store.forgetAfter(20);
    expect(store.all().map(({ trainer }) => trainer.step)).toEqual([0, 10, 20]);
    expect(store.count).toBe(3);
  });
});

describe('the past of a run', () => {
  it('survives the loss of its worker', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ ...options, worker: 'auto' });
    await window.until(session.step(150));
    await window.until(session.setHyperparameters({ learningRate: 0.02 }));
    await window.until(session.step(150));
    const { keyframes } = session.timeline.getSnapshot();
    expect(keyframes).toBeGreaterThan(1);
    const asked = session.read(parameters, { at: 222 });
    window.workers[0]!.fail();
    const straight = straightStates(options, session.journal, 300);
    expect((await window.until(asked)).parameters).toEqual(straight[222]!.trainer.parameters);
    expect(session.timeline.getSnapshot().keyframes).toBeGreaterThanOrEqual(keyframes);
    const steps = randomSteps(301, 3);
    for (let i = 0; i < 30; i++) {
      const step = steps.next().value;
      const frame = await window.until(session.read(parameters, { at: step }));
      expect(frame.parameters).toEqual(straight[step]!.trainer.parameters);
    }
  });

  it('stays with an earlier run, which has its own network, journal and timeline', async () => {
    const window = new ManualWindow();
    const session = window.session({ ...options, worker: false });
    await window.until(session.step(60));
    await window.until(session.setHyperparameters({ learningRate: 0.5 }));
    await window.until(session.step(40));
    const straight = straightStates(options, session.journal, 100);
    await window.until(session.resizeLayer(1, 3));
    expect(session.timeline.getSnapshot()).toMatchObject({ first: 0, last: 0, keyframes: 0 });
    const { id } = session.runs.getSnapshot()[0]!;
    const earlier: TrainingSource = await window.until(session.runs.open(id));
    expect(earlier.network!.layers[1]!.neurons).toBe(6);
    expect(earlier.journal).toHaveLength(1);
    expect(earlier.timeline!.getSnapshot()).toMatchObject({ first: 0, last: 100, kept: 'every' });
    for (const step of [0, 59, 60, 61, 99, 100]) {
      const frame = await window.until(earlier.read(parameters, { at: step }));
      expect(frame.parameters).toEqual(straight[step]!.trainer.parameters);
    }
  });

  it('is there again for a session that continues from a saved state', async () => {
    const window = new ManualWindow();
    const session = window.session({ ...options, worker: false });
    await window.until(session.step(50));
    const straight = straightStates(options, [], 50);
    const state = await window.until(session.saveState({ at: 30 }));
    const resumed = window.resume({ state });
    expect(resumed.timeline.getSnapshot()).toMatchObject({ first: 0, last: 30 });
    const frame = await window.until(resumed.read(parameters, { at: 12 }));
    expect(frame.parameters).toEqual(straight[12]!.trainer.parameters);
    const other = window.resume({ state, dataset: options.dataset });
    await expect(other.read(parameters, { at: 12 })).rejects.toMatchObject({ code: 'step-not-kept' });
  });
});
