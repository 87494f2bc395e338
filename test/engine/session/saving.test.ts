import { describe, expect, it } from 'vitest';
import {
  adam,
  createNetwork,
  createTraining,
  momentum,
  readWeightsJson,
  sgd,
  writeWeightsJson,
  type Optimizer,
  type SessionState,
  type TrainingOptions,
} from '@neuroglow/engine/core';
import { ManualWindow, xor } from '../hosting/manualWindow.js';

const network = createNetwork({ layers: [2, 4, 1], activation: 'tanh', seed: 5 });
const optimizers: readonly Optimizer[] = [
  sgd({ learningRate: 0.5 }),
  momentum({ learningRate: 0.2 }),
  adam({ learningRate: 0.05 }),
];
const options = (change: Partial<TrainingOptions>): TrainingOptions => ({
  ...{ network, dataset: xor, validation: xor, batchSize: 3, seed: 9, arithmetic: 'core', worker: false },
  ...change,
});

/** The state as JSON would carry it. */
function throughJson(state: SessionState): SessionState {
  const plain = (_key: string, value: unknown): unknown =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
  return JSON.parse(JSON.stringify(state, plain)) as SessionState;
}

const ways = { 'a clone': (state: SessionState) => structuredClone(state), JSON: throughJson };

describe('a saved session continues with the same bits', () => {
  for (const optimizer of optimizers) {
    for (const shuffle of [true, false]) {
      for (const arithmetic of ['core', 'kernels'] as const) {
        it.each(Object.entries(ways))(
          `${optimizer.kind}, shuffle ${shuffle}, ${arithmetic}, through %s`,
          async (_way, carry) => {
            const given = options({ optimizer, shuffle, arithmetic });
            const straight = createTraining(given);
            const first = createTraining(given);
            for (const session of [straight, first]) {
              await session.step(4);
              await session.setHyperparameters({ learningRate: 0.03 });
              await session.setParameter({ kind: 'bias', layer: 1, neuron: 2 }, 0.25);
              // In the middle of an epoch.
              await session.step(3);
            }
            const second = createTraining({ state: carry(await first.saveState()), worker: false });
            expect(second.getSnapshot()).toEqual({ ...first.getSnapshot(), notice: null });
            for (const session of [straight, second]) await session.step(10);
            expect(second.journal).toEqual(straight.journal);
            const [one, other] = await Promise.all([straight.saveState(), second.saveState()]);
            expect(other).toEqual(one);
            for (const session of [straight, first, second]) session.dispose();
          },
        );
      }
    }
  }

  it('through a worker, while it runs', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto', validation: xor });
    await window.until(session.start({ step: 5_000 }));
    await window.work(5);
    const state = await window.until(session.saveState());
    expect(state).toMatchObject({ status: 'paused', until: null });
    expect(state.run.trainer.step).toBeGreaterThan(0);
    const resumed = createTraining({ state, worker: false });
    expect(resumed.getSnapshot().step).toBe(state.run.trainer.step);
    await resumed.start({ step: 5_000 });
    await new Promise<void>((resolve) =>
      resumed.subscribe(() => resumed.getSnapshot().status === 'finished' && resolve()),
    );
    for (let i = 0; i < 10_000 && session.getSnapshot().status === 'running'; i++) await window.work();
    const [one, other] = [await window.until(session.saveState()), await resumed.saveState()];
    expect(other.run).toEqual(one.run);
    resumed.dispose();
  });

  it('keeps a finished or diverged run as it was, and may be reset to its own step 0', async () => {
    const wild = createTraining(
      options({
        optimizer: sgd({ learningRate: 1e30 }),
        network: createNetwork({ layers: [2, 4, 1], activation: 'linear', outputActivation: 'linear' }),
      }),
    );
    await wild.step(50);
    const resumed = createTraining({ state: await wild.saveState(), worker: false });
    expect(resumed.getSnapshot()).toMatchObject({ status: 'diverged', step: wild.getSnapshot().step });
    expect(resumed.getSnapshot().error?.message).toBe(wild.getSnapshot().error?.message);
    await resumed.reset();
    expect(resumed.getSnapshot()).toMatchObject({ status: 'idle', step: 0, seed: 9 });
    expect((await resumed.readNetwork()).parameters).toEqual(
      (await wild.read({ kind: 'parameters' }, { at: 0 })).parameters,
    );
  });

  it('may leave out the data, which is then required', async () => {
    const session = createTraining(options({}));
    await session.step(2);
    const state = await session.saveState({ data: false });
    expect(state.data).toBeNull();
    expect(() => createTraining({ state })).toThrow(/^dataset: expected the data that the state was saved without/);
    const resumed = createTraining({ state, dataset: xor, validation: xor, worker: false });
    await resumed.step();
    await session.step();
    expect((await resumed.readNetwork()).parameters).toEqual((await session.readNetwork()).parameters);
  });

  it('shares no data with the session that it was saved from', async () => {
    const session = createTraining(options({}));
    const state = await session.saveState();
    state.data!.training.inputs.fill(9);
    state.configuration.parameters.fill(9);
    expect((await session.read({ kind: 'activations', input: { sample: 1 } })).activations[0]).toEqual(
      Float32Array.of(0, 1),
    );
    expect((await session.readNetwork()).parameters).toEqual(network.parameters);
  });
});

describe('a state that is foreign or damaged is refused with a code', () => {
  type Damage = (state: SessionState) => unknown;
  const damages: readonly (readonly [name: string, damage: Damage, code: string])[] = [
    ['nothing', () => null, 'invalid-state'],
    ['weights', () => network, 'invalid-state'],
    ['a later version', (state) => ({ ...state, version: 3 }), 'invalid-state'],
    ['an earlier version', (state) => ({ ...state, version: 1 }), 'invalid-state'],
    ['no run', (state) => ({ ...state, run: null }), 'invalid-state'],
    ['an unknown status', (state) => ({ ...state, status: 'happy' }), 'invalid-state'],
    [
      'a lost array',
      (state) => ({ ...state, run: { ...state.run, trainer: { ...state.run.trainer, order: {} } } }),
      'invalid-state',
    ],
    [
      'a step that does not fit',
      (state) => ({ ...state, run: { ...state.run, trainer: { ...state.run.trainer, step: 3 } } }),
      'invalid-state',
    ],
    [
      'a short array',
      (state) => ({ ...state, run: { ...state.run, trainer: { ...state.run.trainer, parameters: [1] } } }),
      'invalid-parameters',
    ],
    [
      'NaN',
      (state) => ({
        ...state,
        run: {
          ...state.run,
          trainer: { ...state.run.trainer, parameters: state.run.trainer.parameters.map(() => NaN) },
        },
      }),
      'not-finite',
    ],
    [
      'another optimizer',
      (state) => ({ ...state, configuration: { ...state.configuration, optimizer: adam() } }),
      'invalid-parameters',
    ],
    ['a cut journal', (state) => ({ ...state, run: { ...state.run, journal: [{}] } }), 'invalid-option'],
    [
      'other data',
      (state) => ({ ...state, data: { ...state.data, training: { inputs: [1], targets: [1] } } }),
      'invalid-dataset',
    ],
  ];
  it.each(damages)('%s', async (_name, damage, code) => {
    const session = createTraining(options({}));
    await session.step(2);
    const state = damage(await session.saveState()) as SessionState;
    expect(() => createTraining({ state })).toThrow(expect.objectContaining({ name: 'NeuroglowError', code }) as Error);
  });
});

describe('loading a network', () => {
  it('reads the current network, and begins a new run from a network', async () => {
    const session = createTraining(options({}));
    await session.step(5);
    const trained = await session.readNetwork();
    const text = writeWeightsJson(trained);
    await session.reset();
    await expect(session.load(readWeightsJson(text))).resolves.toMatchObject({ step: 0, status: 'idle' });
    expect((await session.readNetwork()).parameters).toEqual(trained.parameters);
    await session.step(2);
    expect(session.getSnapshot().step).toBe(2);
  });

  it('rejects networks that do not fit, and the current run continues', async () => {
    const session = createTraining(options({}));
    await session.step(2);
    await expect(session.load(createNetwork({ layers: [3, 1] }))).rejects.toMatchObject({ code: 'invalid-network' });
    await expect(session.load({ layers: [2, 1] } as never)).rejects.toMatchObject({ code: 'invalid-network' });
    await expect(session.load(null as never)).rejects.toMatchObject({ code: 'invalid-network' });
    await expect(session.step()).resolves.toMatchObject({ step: 3 });
  });
});

describe('another network on the same data', () => {
  const layers = (sizes: readonly number[]): object => ({ layers: sizes, activation: 'tanh' });

  it('keeps the weights of remaining layers when one is added, and draws the others', async () => {
    const session = createTraining(options({}));
    await session.step(5);
    const before = await session.readNetwork();
    await session.setNetwork(layers([2, 4, 3, 1]) as never);
    expect(session.network.layers.map(({ neurons }) => neurons)).toEqual([2, 4, 3, 1]);
    const after = await session.readNetwork();
    expect(after.layers[1]!.weights).toEqual(before.layers[1]!.weights);
    expect(after.layers[1]!.biases).toEqual(before.layers[1]!.biases);
    expect(after.layers[3]!.weights).not.toEqual(before.layers[2]!.weights);
    await session.step(3);
    await session.setNetwork(layers([2, 4, 1]) as never);
    expect((await session.readNetwork()).layers[1]!.weights).not.toEqual(before.layers[1]!.weights);
    expect(session.network.layers).toHaveLength(3);
  });

  it('resized, is the same as with resizeLayer', async () => {
    const [one, other] = [createTraining(options({})), createTraining(options({}))];
    for (const session of [one, other]) await session.step(5);
    await one.resizeLayer(1, 6);
    await other.setNetwork({ layers: [2, 6, 1], activation: 'tanh', seed: 9 });
    expect((await other.readNetwork()).parameters).toEqual((await one.readNetwork()).parameters);
  });

  it('starts with new weights if keepWeights is false', async () => {
    const session = createTraining(options({}));
    await session.step(5);
    await session.setNetwork(network, { keepWeights: false });
    expect((await session.readNetwork()).parameters).toEqual(network.parameters);
    await expect(session.setNetwork({ layers: [2, 3] })).rejects.toMatchObject({ code: 'invalid-network' });
  });
});

describe('step 0', () => {
  it('has a cost and an accuracy as soon as it is watched', async () => {
    const session = createTraining(options({}));
    await session.readNetwork();
    const { cost, validation } = session.getSnapshot();
    expect(validation).toMatchObject({ step: 0 });
    expect(validation!.accuracy).toBeGreaterThanOrEqual(0);
    await session.step();
    // The first step's cost is that of its batch before the update.
    expect(session.getSnapshot().cost).toBeCloseTo(cost!, 6);
  });
});

describe('earlier runs', () => {
  it('are listed, and each opens as a source with its network and final state', async () => {
    const session = createTraining(options({}));
    const lists: number[] = [];
    session.runs.subscribe(() => lists.push(session.runs.getSnapshot().length));
    await session.step(7);
    const trained = await session.readNetwork();
    const ended = session.getSnapshot();
    await session.setNetwork({ layers: [2, 3, 1] });
    await session.reset();
    expect(session.runs.getSnapshot()).toMatchObject([
      { id: ended.runId, snapshot: { step: 7, status: 'paused', cost: ended.cost } },
    ]);
    expect(lists).toEqual([1]);
    const source = await session.runs.open(ended.runId);
    expect(await session.runs.open(ended.runId)).toBe(source);
    expect(source.getSnapshot()).toMatchObject({ runId: ended.runId, step: 7, status: 'paused' });
    expect(source.network!.layers.map(({ neurons }) => neurons)).toEqual([2, 4, 1]);
    expect(source.controls).toBeUndefined();
    const frame = await source.read({ kind: 'parameters' });
    expect(frame).toMatchObject({ runId: ended.runId, step: 7 });
    expect(frame.parameters).toEqual(trained.parameters);
    await expect(session.runs.open('another')).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('end where they were last seen, even if their worker was lost before', async () => {
    const window = ManualWindow.withWorkers();
    const session = window.session({ worker: 'auto' });
    await window.until(session.step(40));
    const { parameters } = await window.until(session.read({ kind: 'parameters' }));
    const { runId } = session.getSnapshot();
    window.workers[0]!.fail();
    await window.until(session.reset());
    const source = await session.runs.open(runId);
    expect(source.getSnapshot().step).toBe(40);
    expect((await window.until(source.read({ kind: 'parameters' }))).parameters).toEqual(parameters);
  });
});
