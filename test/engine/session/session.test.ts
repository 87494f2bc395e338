import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createNetwork, createRun, createTraining, type Snapshot, type TrainingOptions } from '@neuroglow/engine/core';
import { createCoreTrainer } from '../../../packages/engine/src/core/coreTrainer.js';
import { checkTrainingOptions } from '../../../packages/engine/src/session/trainingOptions.js';
import { settle, ManualWindow, xor, xorOptions } from '../hosting/manualWindow.js';

let window: ManualWindow;
beforeEach(() => {
  window = new ManualWindow();
});

describe('a new session', () => {
  it('holds no resources: no host, no displayed frame, no work', async () => {
    const session = window.session();
    await settle();
    expect(session.diagnostics.place).toBeNull();
    expect(window.isFrameRequested).toBe(false);
    expect(window.isWorkWaiting).toBe(false);
  });

  it('is idle at step 0 of its configuration', () => {
    const session = window.session();
    expect(session.getSnapshot()).toMatchObject({ status: 'idle', step: 0, epoch: 0, cost: null, seed: 3 });
    expect(session.getServerSnapshot()).toBe(session.getSnapshot());
    expect(session.data).toEqual({ training: 4, validation: 0, probes: 2 });
  });

  it('shares no array with its options', async () => {
    const dataset = { ...xor, inputs: xor.inputs.slice() };
    const one = window.session({ dataset });
    dataset.inputs.fill(7);
    const other = window.session();
    await window.until(one.step(10));
    await window.until(other.step(10));
    expect(await window.until(one.read({ kind: 'parameters' }))).toEqual(
      await window.until(other.read({ kind: 'parameters' })),
    );
  });
});

describe('commands', () => {
  it('step makes exactly that many steps and leaves the run paused', async () => {
    const session = window.session();
    expect(await window.until(session.step())).toMatchObject({ status: 'paused', step: 1 });
    expect(await window.until(session.step(7))).toMatchObject({ status: 'paused', step: 8, epoch: 4 });
  });

  it('steps requested together are all made', async () => {
    const session = window.session();
    const all = Promise.all([session.step(5), session.step(6), session.step(7)]);
    await window.until(all);
    expect(session.getSnapshot().step).toBe(18);
  });

  it('start runs until it is paused', async () => {
    const session = window.session();
    expect((await window.until(session.start())).status).toBe('running');
    await window.work(5);
    const paused = await window.until(session.pause());
    expect(paused.status).toBe('paused');
    expect(paused.step).toBeGreaterThan(0);
    await window.work(5);
    expect(session.getSnapshot().step).toBe(paused.step);
  });

  it('a pause right after a start takes effect after it', async () => {
    const session = window.session();
    void session.start();
    expect((await window.until(session.pause())).status).toBe('paused');
    await window.work(3);
    expect(window.isWorkWaiting).toBe(false);
  });

  it.each([
    [{ step: 25 }, { step: 25 }],
    [{ epoch: 5 }, { step: 10, epoch: 5 }],
  ])('start(%o) finishes there', async (until, expected) => {
    const session = window.session();
    await window.until(session.start(until));
    await window.work(50);
    expect(session.getSnapshot()).toMatchObject({ status: 'finished', ...expected });
  });

  it('stops at a cost, and continues with another stop condition', async () => {
    const session = window.session({ until: { cost: 0.2 }, optimizer: { kind: 'sgd', learningRate: 2 } });
    await window.until(session.start());
    await window.work(3000);
    const { status, cost, step } = session.getSnapshot();
    expect(status).toBe('finished');
    expect(cost).toBeLessThanOrEqual(0.2);
    await window.until(session.start({ step: step + 10 }));
    await window.work(50);
    expect(session.getSnapshot()).toMatchObject({ status: 'finished', step: step + 10 });
  });

  it('start with a stop condition that is met already stays finished', async () => {
    const session = window.session({ until: { step: 3 } });
    await window.until(session.start());
    await window.work(10);
    expect((await window.until(session.start({ step: 3 }))).status).toBe('finished');
    expect((await window.until(session.step())).step).toBe(4);
  });

  it.each([{ step: 3 }, { epoch: 2 }])(
    'start() goes on without a stop after stopping at the session’s own condition, %o; a new run stops there again',
    async (until) => {
      const session = window.session({ until });
      await window.until(session.start());
      await window.work(10);
      const { status, step } = session.getSnapshot();
      expect(status).toBe('finished');
      expect((await window.until(session.start())).status).toBe('running');
      await window.work(50);
      expect(session.getSnapshot().status).toBe('running');
      expect((await window.until(session.pause())).step).toBeGreaterThan(step);
      await window.until(session.reset());
      await window.until(session.start());
      await window.work(50);
      expect(session.getSnapshot()).toMatchObject({ status: 'finished', ...until });
    },
  );

  it('start() goes on without a stop where the cost is low enough from the beginning', async () => {
    const session = window.session({ until: { cost: 1e6 } });
    expect((await window.until(session.start())).status).toBe('running');
    await window.work(50);
    expect((await window.until(session.pause())).step).toBeGreaterThan(1);
  });

  it('reset begins a new run; the same seed gives the same bits', async () => {
    const session = window.session();
    await window.until(session.step(20));
    const before = await window.until(session.read({ kind: 'parameters' }));
    const fresh = await session.reset();
    expect(fresh).toMatchObject({ status: 'idle', step: 0, cost: null, seed: 3 });
    expect(fresh.runId).not.toBe(before.runId);
    await window.until(session.step(20));
    const after = await window.until(session.read({ kind: 'parameters' }));
    expect(after.parameters).toEqual(before.parameters);
  });

  it('reset with a seed draws weights from that seed', async () => {
    const session = window.session();
    await session.reset({ seed: 42 });
    const { parameters } = await window.until(session.read({ kind: 'parameters' }));
    expect(parameters).toEqual(createNetwork({ layers: [2, 4, 1], seed: 42 }).parameters);
    expect(session.getSnapshot().seed).toBe(42);
  });

  it('reset with a seed keeps weights that were given', async () => {
    const { parameters } = xorOptions.network;
    const session = window.session({ network: createNetwork({ layers: [2, 4, 1], parameters }) });
    await session.reset({ seed: 42 });
    expect((await window.until(session.read({ kind: 'parameters' }))).parameters).toEqual(parameters);
  });

  it('setHyperparameters and setParameter are journaled at the step where they took effect', async () => {
    const session = window.session();
    await window.until(session.step(5));
    const after = await window.until(session.setHyperparameters({ learningRate: 0.125 }));
    expect(after.hyperparameters.learningRate).toBe(0.125);
    await window.until(session.step(5));
    await window.until(session.setParameter({ kind: 'weight', layer: 1, input: 1, neuron: 2 }, 0.5));
    expect(session.journal).toEqual([
      { step: 5, change: { kind: 'hyperparameters', learningRate: 0.125 } },
      { step: 10, change: { kind: 'parameter', index: 6, value: 0.5 } },
    ]);
    const frame = await window.until(session.read({ kind: 'parameters' }));
    expect(frame.layers[1]!.weights[6]).toBe(0.5);
  });

  it('gives the bits of the pure step loop with the same journal, for any division into steps', async () => {
    const session = window.session();
    await window.until(session.step(7));
    await window.until(session.setHyperparameters({ learningRate: 0.25, l2: 0.001 }));
    void session.start();
    await window.work(9);
    await window.until(session.pause());
    await window.until(session.setParameter({ kind: 'bias', layer: 2, neuron: 0 }, -1));
    await window.until(session.step(30));
    const { step } = session.getSnapshot();
    const { parameters } = await window.until(session.read({ kind: 'parameters' }));

    const { configuration, training } = checkTrainingOptions(xorOptions);
    const run = createRun({
      ...{ configuration, training, validation: null, validateEvery: null },
      ...{ journal: session.journal, createTrainer: createCoreTrainer },
    });
    run.advance(step);
    expect(parameters).toEqual(run.trainer.readParameters());
  });

  it('resizeLayer begins a run with another network that keeps as many weights as possible', async () => {
    const session = window.session();
    await window.until(session.step(30));
    const before = await window.until(session.read({ kind: 'parameters' }));
    const told = vi.fn();
    session.subscribe(told);
    expect(await window.until(session.resizeLayer(1, 5))).toMatchObject({ status: 'idle', step: 0 });
    expect(session.network.layers[1]!.neurons).toBe(5);
    expect(told).toHaveBeenCalled();
    const after = await window.until(session.read({ kind: 'parameters' }));
    expect(after.layers[1]!.weights.subarray(0, 4)).toEqual(before.layers[1]!.weights.subarray(0, 4));
    await expect(session.resizeLayer(2, 3)).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('are refused once the session was disposed of', async () => {
    const session = window.session();
    const pending = session.step(1_000_000);
    session.dispose();
    await expect(pending).rejects.toMatchObject({ code: 'disposed' });
    await expect(session.start()).rejects.toMatchObject({ code: 'disposed' });
    await expect(session.reset()).rejects.toMatchObject({ code: 'disposed' });
    await expect(session.read({ kind: 'parameters' })).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('a run that diverges', () => {
  const wild: Partial<TrainingOptions> = {
    network: createNetwork({ layers: [2, 4, 1], activation: 'relu', outputActivation: 'linear', seed: 3 }),
    optimizer: { kind: 'sgd', learningRate: 1e12 },
  };

  it('stops as diverged with a reason, and its last finite state stays readable', async () => {
    const session = window.session(wild);
    await window.until(session.start());
    await window.work(50);
    const { status, error, step } = session.getSnapshot();
    expect(status).toBe('diverged');
    expect(error).toMatchObject({ code: 'not-finite' });
    expect(error!.message).toMatch(/lower learning rate/);
    const frame = await window.until(session.read({ kind: 'parameters' }));
    expect(frame.step).toBe(step);
    expect(frame.parameters.every(Number.isFinite)).toBe(true);
  });

  it('continues once the rate has been lowered', async () => {
    const session = window.session({ ...wild, optimizer: { kind: 'sgd', learningRate: 1e12 } });
    await window.until(session.start());
    await window.work(50);
    await window.until(session.reset());
    await window.until(session.setHyperparameters({ learningRate: 0.01 }));
    expect(await window.until(session.step(10))).toMatchObject({ status: 'paused', step: 10, error: null });
  });
});

describe('the snapshot', () => {
  it('is replaced at most once per displayed frame while training runs', async () => {
    const session = window.session();
    const seen: Snapshot[] = [];
    await window.until(session.start());
    session.subscribe(() => seen.push(session.getSnapshot()));
    for (let frame = 1; frame <= 20; frame++) {
      await window.show();
      await window.work(3);
      expect(seen.length).toBeLessThanOrEqual(frame);
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is not requested without subscribers', async () => {
    const session = window.session();
    await window.until(session.start());
    await window.show();
    await window.work(10);
    expect(window.isFrameRequested).toBe(false);
    expect(session.getSnapshot().status).toBe('running');
  });

  it('reports a finished run at once, without a displayed frame', async () => {
    const session = window.session();
    const told = vi.fn<(status: string) => void>();
    session.subscribe(() => told(session.getSnapshot().status));
    await window.until(session.start({ step: 10 }));
    await window.work(20);
    expect(told).toHaveBeenLastCalledWith('finished');
  });

  it('carries the held-out cost and accuracy every epoch, or every few steps', async () => {
    const session = window.session({ validation: xor });
    await window.until(session.step(5));
    expect(session.getSnapshot().validation).toMatchObject({ step: 4 });
    const other = window.session({ validation: xor, validateEvery: { steps: 3 } });
    await window.until(other.step(11));
    expect(other.getSnapshot().validation).toMatchObject({ step: 9 });
    expect(other.getSnapshot().validation!.accuracy).toBeGreaterThanOrEqual(0);
  });
});

describe('the pace', () => {
  it('grants that many steps per displayed frame, and none while no frame is displayed', async () => {
    const session = window.session({ pace: 3 });
    await window.until(session.start());
    await window.work(10);
    expect(window.isWorkWaiting).toBe(false);
    for (let frame = 1; frame <= 4; frame++) {
      await window.show();
      await window.work(5);
      expect(session.getSnapshot().step).toBe(3 * frame);
    }
  });

  it('visible: grants ⌈(step + 1)/120⌉ steps per displayed frame, and none while no frame is displayed', async () => {
    const session = window.session({ pace: 'visible' });
    await window.until(session.start());
    await window.work(10);
    expect(window.isWorkWaiting).toBe(false);
    let expected = 0;
    for (let frame = 1; frame <= 400; frame++) {
      await window.show();
      await window.work(3);
      expected += Math.ceil((expected + 1) / 120);
      expect(session.getSnapshot().step).toBe(expected);
    }
    expect(expected).toBeGreaterThan(1_000);
  });

  it('may change during a run', async () => {
    const session = window.session({ pace: 1 });
    await window.until(session.start());
    await window.show();
    await window.work(3);
    expect((await window.until(session.setPace('fastest'))).pace).toBe('fastest');
    await window.work(30);
    await window.until(session.pause());
    expect(session.getSnapshot().step).toBeGreaterThan(30);
  });
});

describe('bad input', () => {
  const bad: [string, Partial<Record<keyof TrainingOptions, unknown>>, string][] = [
    ['no rows', { dataset: { ...xor, rows: 0 } }, 'invalid-dataset'],
    ['a wrong length', { dataset: { ...xor, rows: 5 } }, 'invalid-dataset'],
    ['no data', { dataset: null }, 'invalid-dataset'],
    ['NaN in the data', { dataset: { ...xor, inputs: xor.inputs.map((x, i) => (i === 3 ? NaN : x)) } }, 'not-finite'],
    ['no network', { network: undefined }, 'invalid-network'],
    ['a cost that does not fit', { cost: 'categoricalCrossEntropy' }, 'invalid-cost'],
    ['an unknown cost', { cost: 'hinge' }, 'invalid-cost'],
    ['an unknown optimizer', { optimizer: { kind: 'lbfgs', learningRate: 1 } }, 'invalid-optimizer'],
    ['an infinite rate', { optimizer: { kind: 'sgd', learningRate: Infinity } }, 'invalid-optimizer'],
    ['a negative penalty', { penalty: { l1: -1 } }, 'invalid-option'],
    ['a batch of none', { batchSize: 0 }, 'invalid-option'],
    ['a seed that is none', { seed: 1.5 }, 'invalid-option'],
    ['a short probe', { probes: [[1]] }, 'invalid-input'],
    ['probes that are no list', { probes: 3 }, 'invalid-input'],
    ['a probe with NaN', { probes: [[NaN, 0]] }, 'not-finite'],
    ['a pace of 0', { pace: 0 }, 'invalid-option'],
    ['an unknown pace', { pace: 'slow' }, 'invalid-option'],
    ['a mistyped option', { batchsize: 2 } as object, 'invalid-option'],
    ['a mistyped stop condition', { until: { epochs: 3 } }, 'invalid-option'],
    ['a stop condition of text', { until: { step: 'soon' } }, 'invalid-option'],
    ['two intervals', { validateEvery: { epochs: 1, steps: 1 } }, 'invalid-option'],
    ['a worker of its own', { worker: true }, 'invalid-option'],
    ['an unknown arithmetic', { arithmetic: 'gpu' }, 'invalid-option'],
  ];
  it.each(bad)('%s is refused before anything is made', (_, options, code) => {
    const given = { ...xorOptions, ...options } as TrainingOptions;
    expect(() => createTraining(given)).toThrow(expect.objectContaining({ name: 'NeuroglowError', code }) as Error);
  });

  it('commands with invalid arguments are refused, and the run continues', async () => {
    const session = window.session();
    await expect(session.start({ steps: 3 } as never)).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.setHyperparameters({ learningrate: 1 } as never)).rejects.toMatchObject({
      code: 'invalid-option',
    });
    expect(session.journal).toEqual([]);
    await expect(session.step(0)).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.step(NaN)).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.start({ epoch: -1 })).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.setPace(0.5)).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.setHyperparameters({ learningRate: -1 })).rejects.toMatchObject({ code: 'invalid-option' });
    await expect(session.reset({ seed: -1 })).rejects.toMatchObject({ code: 'invalid-option' });
    const nowhere = { kind: 'weight', layer: 3, input: 0, neuron: 0 } as const;
    await expect(session.setParameter(nowhere, 1)).rejects.toMatchObject({ code: 'invalid-parameters' });
    const bias = { kind: 'bias', layer: 1, neuron: 0 } as const;
    await expect(session.setParameter(bias, Infinity)).rejects.toMatchObject({ code: 'invalid-parameters' });
    expect(await window.until(session.step())).toMatchObject({ step: 1, error: null });
  });
});
