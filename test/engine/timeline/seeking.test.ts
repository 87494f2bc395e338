import { describe, expect, it, vi } from 'vitest';
import type { Frame, NeuroglowError, StateView } from '@neuroglow/engine/core';
import { ManualWindow } from '../hosting/manualWindow.js';
import { randomSteps, smallRuns, straightStates, trainWithChanges } from './straightRun.js';

const parameters = { kind: 'parameters' } as const;
const hosts = [
  ['on the page’s thread', () => new ManualWindow(), false],
  ['in a worker', () => ManualWindow.withWorkers(), 'auto'],
] as const;

describe.each(smallRuns)('a step of a run with changes by hand ($name)', ({ options }) => {
  it.each(hosts)('has the bits of a straight run, %s', async (_, makeWindow, worker) => {
    const window = makeWindow();
    const session = window.session({ ...options, worker });
    await trainWithChanges(session, window, 400);
    const straight = straightStates(options, session.journal, 400);
    const steps = randomSteps(401);
    for (let i = 0; i < 100; i++) {
      const step = steps.next().value;
      const frame = await window.until(session.read(parameters, { at: step }));
      expect(frame.step).toBe(step);
      expect(frame.parameters).toEqual(straight[step]!.trainer.parameters);
    }
    const { first, last, kept, seeks } = session.timeline.getSnapshot();
    expect({ first, last, kept, seeks }).toEqual({ first: 0, last: 400, kept: 'every', seeks: [] });
  });
});

describe('every view of a past step', () => {
  const views: readonly StateView[] = [
    { kind: 'parameters', layers: [2] },
    { kind: 'activations', input: { probe: 0 } },
    { kind: 'inputWeights' },
    { kind: 'responseMaps', layer: 1, resolution: 3 },
    { kind: 'gradients', of: 'batch' },
    { kind: 'gradientNorms' },
    { kind: 'firingRates' },
    { kind: 'layerStatistics' },
    { kind: 'layerSpace', layer: 1 },
  ];

  it.each(hosts)('is what it was when the run stood there, %s', async (_, makeWindow, worker) => {
    const window = makeWindow();
    const session = window.session({ worker });
    const seen: Frame[][] = [];
    for (let step = 0; step < 12; step++) {
      seen.push([...(await window.until(session.readAll(views)))]);
      if (step === 5) await window.until(session.setHyperparameters({ learningRate: 0.1 }));
      await window.until(session.step());
    }
    for (const step of [11, 0, 5, 6, 1, 10]) {
      expect(await window.until(session.readAll(views, { at: step }))).toEqual(seen[step]);
    }
    // What is looked at changes nothing.
    expect((await window.until(session.read(parameters))).step).toBe(12);
  });
});

describe('looking back while a run goes on', () => {
  it('shows two steps and the present in three pictures', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(300));
    await window.until(session.start());
    const shown: Record<string, number[]> = { early: [], late: [], live: [] };
    const watch = (name: string, at?: number): (() => void) =>
      session.watch(parameters, { ...(at !== undefined && { at }), onFrame: ({ step }) => shown[name]!.push(step) });
    watch('early', 20);
    watch('late', 280);
    watch('live');
    for (let frame = 0; frame < 10; frame++) {
      await window.show();
      await window.work(4);
    }
    expect(shown['early']).toEqual([20]);
    expect(shown['late']).toEqual([280]);
    expect(new Set(shown['live']).size).toBeGreaterThan(5);
    expect(shown['live']!.every((step) => step >= 300)).toBe(true);
  });

  it('never stops it, and tells how long a replay will take', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto', timeline: { memory: 0 } });
    session.subscribe(() => undefined);
    await window.until(session.step(3_000));
    await window.until(session.start());
    await window.work(2);
    const onFrame = vi.fn<(frame: Frame) => void>();
    session.watch(parameters, { at: 2_500, onFrame });
    const [steps, expected]: [number[], number[]] = [[], []];
    const length = (): number => onFrame.mock.calls.length;
    for (let slice = 0; slice < 500 && length() === 0; slice++) {
      steps.push(session.getSnapshot().step);
      const [seek] = session.timeline.getSnapshot().seeks;
      if (seek !== undefined) expected.push(seek.expectedMs);
      await window.work(2);
      await window.show();
    }
    expect(length()).toBe(1);
    expect(onFrame.mock.lastCall![0].step).toBe(2_500);
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.at(-1)).toBeLessThan(Math.max(...expected));
    // It moved on all the time, a slice after a slice.
    expect(new Set(steps).size).toBeGreaterThan(steps.length / 4);
    expect(session.timeline.getSnapshot().keyframes).toBeLessThanOrEqual(2);
  });

  it('a watcher that leaves cancels its seek', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto', timeline: { memory: 0 } });
    await window.until(session.step(3_000));
    const onFrame = vi.fn<(frame: Frame) => void>();
    const onError = vi.fn<(error: NeuroglowError) => void>();
    const leave = session.watch(parameters, { at: 2_900, onFrame, onError });
    await window.work(2);
    await window.show();
    expect(session.timeline.getSnapshot().seeks).toMatchObject([{ step: 2_900 }]);
    leave();
    await window.work(2);
    await window.show();
    expect(session.timeline.getSnapshot().seeks).toEqual([]);
    expect(window.isWorkWaiting).toBe(false);
    expect(onFrame).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });

  it('pictures of one step share a replay', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(50));
    const onFrame = vi.fn<(frame: Frame) => void>();
    session.watch(parameters, { at: 20, onFrame });
    session.watch({ kind: 'parameters' }, { at: 20, onFrame });
    session.watch({ kind: 'inputWeights' }, { at: 20, onFrame });
    await window.work(3);
    expect(onFrame.mock.calls.map(([{ kind }]) => kind)).toEqual(['parameters', 'parameters', 'inputWeights']);
    const posted = window.workers[0]!.received.filter(({ type }) => type === 'seek');
    expect(posted).toMatchObject([{ step: 20, views: [{ kind: 'parameters' }, { kind: 'inputWeights' }] }]);
  });
});

describe('a step that cannot be shown', () => {
  it('is refused with the nearest one that can', async () => {
    const window = new ManualWindow();
    const session = window.session();
    await window.until(session.step(5));
    await expect(session.read(parameters, { at: 9 })).rejects.toMatchObject({
      code: 'step-not-kept',
      message: expect.stringMatching(/0 to 5, got 9; the nearest is 5/) as string,
    });
  });

  it('is any but the first and the latest, where nothing is recorded', async () => {
    const window = new ManualWindow();
    const session = window.session({ timeline: false });
    const { parameters: first } = await window.until(session.read(parameters));
    await window.until(session.setParameter({ kind: 'bias', layer: 1, neuron: 0 }, 0.5));
    await window.until(session.step(5));
    expect(session.timeline.getSnapshot()).toMatchObject({ kept: [0, 5], keyframes: 0, bytes: 0 });
    const frame = await window.until(session.read(parameters, { at: 0 }));
    const changed = first.slice();
    changed[8] = 0.5;
    expect(frame).toMatchObject({ step: 0, parameters: changed });
    expect(await window.until(session.read({ kind: 'firingRates' }, { at: 0 }))).toMatchObject({ step: 0 });
    expect(await window.until(session.read(parameters, { at: 5 }))).toMatchObject({ step: 5 });
    await expect(session.read(parameters, { at: 4 })).rejects.toMatchObject({
      code: 'step-not-kept',
      message: expect.stringMatching(/got 4; the nearest is 5/) as string,
    });
  });
});
