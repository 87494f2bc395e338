import { describe, expect, it } from 'vitest';
import { createNetwork, forward } from '@neuroglow/engine/core';
import { createTensorflowSource, type TensorflowModel } from '@neuroglow/engine/tensorflow';
import { xor } from '../hosting/manualWindow.js';
import { fakeDense, fakeModel } from './fakeTensorflow.js';

const parameters = { kind: 'parameters' } as const;

describe('a dense model of TensorFlow.js', () => {
  it('is a network with its weights in their order', async () => {
    const { model, flat } = fakeDense();
    const source = createTensorflowSource({ model, dataset: xor, classNames: ['yes'] });
    expect(source.network.layers.map(({ neurons, activation }) => [neurons, activation])).toEqual([
      [2, null],
      [3, 'tanh'],
      [1, 'sigmoid'],
    ]);
    expect(source.network.layers[2]!.labels).toEqual(['yes']);
    expect((await source.read(parameters)).parameters).toEqual(flat());
  });

  it('has the activations that its weights give', async () => {
    const { model, flat } = fakeDense();
    const source = createTensorflowSource({ model, probes: [[0.5, -1]] });
    const network = createNetwork({
      layers: [2, { neurons: 3, activation: 'tanh' }, 1],
      parameters: flat(),
    });
    const { activations } = forward(network, Float32Array.of(0.5, -1), 1);
    const frame = await source.read({ kind: 'activations', input: { probe: 0 } });
    expect(frame.activations).toEqual(activations);
  });

  it('takes a function of its own layer, drops dropout, and keeps a flattened picture', () => {
    const dense = (inputs: number, neurons: number) => ({
      ...{ className: 'Dense', config: { activation: 'linear' }, shape: [neurons] },
      weights: [
        { shape: [inputs, neurons], values: new Array<number>(inputs * neurons).fill(0) },
        { shape: [neurons], values: new Array<number>(neurons).fill(0) },
      ],
    });
    const { model } = fakeModel([
      { className: 'InputLayer', config: { batchInputShape: [null, 4, 3, 1] }, shape: [4, 3, 1] },
      { className: 'Flatten', shape: [12] },
      dense(12, 5),
      { className: 'ReLU', shape: [5] },
      { className: 'Dropout', shape: [5] },
      dense(5, 2),
      { className: 'Activation', config: { activation: 'softmax' }, shape: [2] },
    ]);
    const { network } = createTensorflowSource({ model });
    expect(network.layers.map(({ kind, activation }) => [kind, activation])).toEqual([
      ['input', null],
      ['dense', 'relu'],
      ['dense', 'softmax'],
    ]);
    expect(network.layers[0]!.shape.slice(0, 2)).toEqual([4, 3]);
  });

  it('reads nothing that nobody watches, and of a layer only its own weights', async () => {
    const { model, reads } = fakeDense();
    const source = createTensorflowSource({ model });
    for (let batch = 0; batch < 5; batch++) await source.callbacks.onBatchEnd(batch, { loss: 1 });
    await source.read({ kind: 'scalars' });
    expect(reads).toEqual([]);
    await source.read({ kind: 'parameters', layers: [2] });
    expect(reads).toEqual(['dense_1/0', 'dense_1/1']);
  });

  it('shows the steps of fit as they come, each frame with the weights of its step', async () => {
    const { model, kernels } = fakeDense();
    const source = createTensorflowSource({ model });
    const seen: [step: number, weight: number][] = [];
    const leave = source.watch(parameters, {
      onFrame: (frame) => seen.push([frame.step, frame.parameters[0]!]),
    });
    await source.callbacks.onTrainBegin();
    for (let step = 1; step <= 40; step++) {
      kernels[0]!.values[0] = step;
      await source.callbacks.onBatchEnd(step - 1, { batch: step - 1, size: 4, loss: 1 / step, acc: 0.5 });
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await source.callbacks.onEpochEnd(0, { loss: 0.1, val_loss: 0.2, val_acc: 0.75 });
    await source.callbacks.onTrainEnd();
    leave();
    const live = seen.filter(([step]) => step > 0);
    expect(live.length).toBeGreaterThan(1);
    for (const [step, weight] of live) expect(weight).toBe(step);
    expect(source.getSnapshot()).toMatchObject({
      ...{ status: 'finished', step: 40, epoch: 1 },
      validation: { step: 40, cost: 0.2, accuracy: 0.75 },
    });
    const { series } = await source.read({ kind: 'scalars' });
    expect(series.map(({ name, role }) => [name, role])).toEqual([
      ['cost', 'training'],
      ['acc', 'metric'],
      ['validation cost', 'validation'],
      ['validation acc', 'metric'],
    ]);
    expect(series[0]!.steps.at(-1)).toBe(40);
  });

  it('holds fit while it is paused', async () => {
    const source = createTensorflowSource({ model: fakeDense().model });
    await expect(source.controls.start()).rejects.toMatchObject({ code: 'unsupported' });
    await source.callbacks.onTrainBegin();
    await source.controls.pause();
    let hasGoneOn = false;
    const batch = source.callbacks.onBatchEnd(0, { loss: 1 }).then(() => {
      hasGoneOn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([hasGoneOn, source.getSnapshot().status]).toEqual([false, 'paused']);
    await source.controls.start();
    await batch;
    expect(source.getSnapshot().status).toBe('running');
  });

  it('ends fit after the batch, also while it is paused', async () => {
    const { model } = fakeDense();
    const source = createTensorflowSource({ model });
    await source.callbacks.onTrainBegin();
    await source.controls.pause();
    const batch = source.callbacks.onBatchEnd(0, { loss: 1 });
    source.stop();
    await batch;
    expect(model.stopTraining).toBe(true);
  });

  it('takes news of a training loop of one’s own', async () => {
    const { model, kernels } = fakeDense();
    const source = createTensorflowSource({ model });
    kernels[3]!.values[0] = 9;
    source.refresh({ step: 12, cost: 0.5 });
    expect(source.getSnapshot()).toMatchObject({ step: 12, cost: 0.5 });
    expect((await source.read(parameters)).parameters.at(-1)).toBe(9);
    source.refresh();
    expect(source.getSnapshot().step).toBe(13);
    expect(() => source.refresh({ step: -1 })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

describe('any other model of TensorFlow.js', () => {
  const { model } = fakeModel([
    { className: 'InputLayer', config: { batchInputShape: [null, 8, 8, 1] }, shape: [8, 8, 1] },
    {
      className: 'Conv2D',
      config: { filters: 4, kernelSize: [3, 3], strides: [1, 1], padding: 'same', activation: 'relu' },
      shape: [8, 8, 4],
    },
    { className: 'BatchNormalization', shape: [8, 8, 4] },
    { className: 'Add', shape: [8, 8, 4], from: [1, 2] },
    { className: 'MaxPooling2D', config: { poolSize: [2, 2], strides: [2, 2], padding: 'valid' }, shape: [4, 4, 4] },
    { className: 'Flatten', shape: [64] },
    { className: 'LSTM', shape: [7] },
    { className: 'Dense', config: { activation: 'softmax' }, shape: [3], weights: [{ shape: [7, 3], values: [] }] },
  ]);

  it('is described layer by layer, with shapes and connections', () => {
    const { network } = createTensorflowSource({ model, classNames: ['a', 'b', 'c'] });
    expect(network.layers.map(({ kind, shape }) => [kind, ...shape])).toEqual([
      ['input', 8, 8, 1],
      ['conv2d', 8, 8, 4],
      ['normalization', 8, 8, 4],
      ['add', 8, 8, 4],
      ['pool', 4, 4, 4],
      ['flatten', 64],
      ['opaque', 7],
      ['dense', 3],
    ]);
    expect(network.layers[3]!.inputs).toEqual([1, 2]);
  });

  it('says why its activations cannot be computed, and still shows its costs', async () => {
    const source = createTensorflowSource({ model });
    expect(source.supports({ kind: 'activations', input: { values: new Array<number>(64).fill(0) } })).toHaveProperty(
      'reason',
    );
    await source.callbacks.onBatchEnd(0, { loss: 0.7 });
    const { series } = await source.read({ kind: 'scalars' });
    expect([...series[0]!.values]).toEqual([Math.fround(0.7)]);
  });
});

it.each([
  ['nothing', undefined],
  ['a graph model', { executor: {} }],
  ['no layers', { layers: [] }],
])('refuses %s', (_name, model) => {
  expect(() => createTensorflowSource({ model: model as TensorflowModel })).toThrow(
    expect.objectContaining({ code: 'invalid-network' }),
  );
});
