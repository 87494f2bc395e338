import { describe, expect, it } from 'vitest';
import { createNetwork, forward, NeuroglowError } from '@neuroglow/engine/core';
import { openOnnx, type OnnxRuntime } from '@neuroglow/engine/onnx';
import { convolutionalModel, denseModel, numbers, writeOnnx, type WrittenModel } from './onnxWriter.js';

const opened = (model: WrittenModel) => openOnnx({ model: writeOnnx(model) });

async function errorOf(opening: Promise<unknown>): Promise<NeuroglowError> {
  const error: unknown = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof NeuroglowError) return error;
  throw new Error(`expected a NeuroglowError, got ${String(error)}`);
}

describe('a dense ONNX file', () => {
  it('is a network with its activation functions, and the weights in this order', async () => {
    const source = await openOnnx({ model: writeOnnx(denseModel()), classNames: ['no', 'yes'], probes: [[0.3, -0.8]] });
    expect(
      source.network.layers.map(({ kind, name, neurons, activation }) => [kind, name, neurons, activation]),
    ).toEqual([
      ['input', 'x', 2, null],
      ['dense', 'fc1', 3, 'tanh'],
      ['dense', 'fc2', 2, 'softmax'],
    ]);
    expect(source.network.layers[2]!.labels).toEqual(['no', 'yes']);
    const { parameters } = await source.read({ kind: 'parameters' });
    const w1 = numbers(6);
    // PyTorch's [neurons × inputs] turned.
    const turned = [w1[0], w1[2], w1[4], w1[1], w1[3], w1[5]];
    expect(parameters).toEqual(
      Float32Array.of(...(turned as number[]), ...numbers(3, 2), ...numbers(6, 3), ...numbers(2, 4)),
    );
    const network = createNetwork({
      layers: [2, { neurons: 3, activation: 'tanh' }, { neurons: 2, activation: 'softmax' }],
      parameters,
    });
    const frame = await source.read({ kind: 'activations', input: { probe: 0 } });
    expect(frame.activations).toEqual(forward(network, Float32Array.of(0.3, -0.8), 1).activations);
  });

  it('keeps a flattened picture at its input, with its weights turned to rows, columns, channels', async () => {
    const source = await opened({
      nodes: [
        { op: 'Flatten', inputs: ['x'], outputs: ['f'] },
        { op: 'Gemm', inputs: ['f', 'w'], outputs: ['y'] },
      ],
      tensors: [{ name: 'w', dims: [8, 1], values: [0, 1, 2, 3, 10, 11, 12, 13] }],
      inputs: { x: ['N', 2, 2, 2] },
      outputs: { y: ['N', 1] },
    });
    expect(source.network.layers.map(({ shape }) => shape)).toEqual([[2, 2, 2], [1]]);
    const { layers } = await source.read({ kind: 'parameters' });
    expect([...layers[1]!.weights]).toEqual([0, 10, 1, 11, 2, 12, 3, 13]);
  });

  it('takes a flat input as the picture that the caller says it is', async () => {
    const { nodes, tensors, inputs, outputs } = denseModel();
    const model = writeOnnx({ nodes, tensors: tensors!, inputs, outputs });
    expect((await openOnnx({ model, inputShape: [1, 2] })).network.layers[0]!.shape).toEqual([1, 2, 1]);
    expect((await errorOf(openOnnx({ model, inputShape: [3, 2] }))).code).toBe('invalid-network');
  });

  it('says that weights in another file are missing, when they are asked for', async () => {
    const { tensors, ...model } = denseModel();
    const source = await opened({ ...model, tensors: tensors!.map((one) => ({ ...one, as: 'elsewhere' as const })) });
    expect(source.network.layers).toHaveLength(3);
    await expect(source.read({ kind: 'parameters' })).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe('a convolutional ONNX file', () => {
  it('is described layer by layer, with activation functions in their layers and other operations as blocks', async () => {
    const { network } = await opened(convolutionalModel());
    expect(
      network.layers.map(({ kind, name, shape, inputs, activation }) => [kind, name, shape, inputs, activation]),
    ).toEqual([
      ['input', 'x', [6, 6, 3], [], null],
      ['conv2d', 'conv1', [6, 6, 4], [0], 'relu'],
      ['pool', 'pool', [3, 3, 4], [1], null],
      ['conv2d', 'conv2', [3, 3, 4], [2], 'linear'],
      ['add', 'residual', [3, 3, 4], [3, 2], 'leakyRelu'],
      ['concatenate', 'joined', [3, 3, 8], [4, 2], null],
      ['opaque', 'hardswish', [3, 3, 8], [5], null],
      ['flatten', 'flat', [72], [6], null],
      ['dense', 'answer', [5], [7], 'softmax'],
    ]);
    expect(network.layers[1]).toMatchObject({ kernelSize: [3, 3], stride: [1, 1], padding: 'same', filters: 4 });
    expect(network.layers[4]!.slope).toBeCloseTo(0.2);
  });

  it('shows a slice of each filter without onnxruntime, and says why activations are not there', async () => {
    const source = await opened(convolutionalModel());
    const kernel = numbers(108, 2);
    const { shape, slices, channels, norms, limit } = await source.read({ kind: 'filters', layer: 1 });
    expect(shape).toEqual([3, 3, 3, 4]);
    for (let filter = 0; filter < 4; filter++) {
      const slice = (channel: number) => kernel.subarray((filter * 3 + channel) * 9, (filter * 3 + channel + 1) * 9);
      const norm = (values: Float32Array) => Math.sqrt(values.reduce((sum, w) => sum + w * w, 0));
      const all = [0, 1, 2].map((channel) => norm(slice(channel)));
      expect(channels[filter]).toBe(all.indexOf(Math.max(...all)));
      expect(slices.subarray(filter * 9, filter * 9 + 9)).toEqual(slice(channels[filter]!));
      expect(norms[filter]).toBeCloseTo(norm(kernel.subarray(filter * 27, filter * 27 + 27)), 5);
    }
    expect(limit).toBe(Math.max(...slices.map(Math.abs)));
    expect((await source.read({ kind: 'filters', layer: 1, channel: 2 })).channels).toEqual(Uint32Array.of(2, 2, 2, 2));
    const values = Array.from(numbers(108, 1));
    expect(source.supports({ kind: 'activations', input: { values } })).toMatchObject({
      reason: expect.stringContaining('pass `ort`') as string,
    });
    expect(source.supports({ kind: 'filters', layer: 2 })).toMatchObject({
      reason: expect.stringContaining('convolutional layer') as string,
    });
    expect(source.supports({ kind: 'filters', layer: 1, channel: 3 })).not.toBe(true);
  });

  it('asks onnxruntime for the layers on screen and for no others, row after row where the batch is fixed', async () => {
    const { ort, runs, created } = recordingRuntime();
    const source = await openOnnx({
      model: writeOnnx(convolutionalModel(1)),
      ort,
      probes: [numbers(108, 2), numbers(108, 3)],
    });
    expect(created[0]!.length).toBeGreaterThan(writeOnnx(convolutionalModel(1)).length);
    const frame = await source.read({ kind: 'featureMaps', layer: 1, input: { probe: 1 }, quantity: 'preActivation' });
    expect(runs).toEqual([{ dims: [1, 3, 6, 6], names: ['z1', 'a1'] }]);
    expect(frame.shape).toEqual([6, 6, 4]);
    // The runtime of this test answers with 0, 1, 2, … in the order of the file: [channels × rows × columns].
    expect([...frame.maps]).toEqual(Array.from({ length: 144 }, (_, k) => k));
    expect(frame.range).toEqual([0, 143]);
    await source.read({ kind: 'sampleActivations', of: 'probes', layer: 8 });
    expect(runs.slice(1)).toEqual([
      { dims: [1, 3, 6, 6], names: ['logits', 'y'] },
      { dims: [1, 3, 6, 6], names: ['logits', 'y'] },
    ]);
    await source.dispose();
    await expect(source.read({ kind: 'filters', layer: 1 })).rejects.toMatchObject({ code: 'disposed' });
  });

  it('names convolutions whose filters it cannot show by their operation, and states uneven padding', async () => {
    const conv = (attributes: Readonly<Record<string, number | readonly number[]>>, channels = 2) =>
      opened({
        nodes: [{ op: 'Conv', inputs: ['x', 'k'], outputs: ['y'], attributes }],
        tensors: [{ name: 'k', dims: [2, channels, 3, 3], values: numbers(18 * channels) }],
        inputs: { x: ['N', 2, 8, 8] },
        outputs: { y: null },
      });
    const grouped = await conv({ group: 2 }, 1);
    expect(grouped.network.layers[1]).toMatchObject({ kind: 'opaque', operation: 'Conv', shape: [6, 6, 2] });
    expect((await conv({ dilations: [2, 2] })).network.layers[1]).toMatchObject({ kind: 'opaque', shape: [4, 4, 2] });
    expect((await conv({ strides: [2, 2], pads: [1, 1, 1, 1] })).network.layers[1]).toMatchObject({
      ...{ kind: 'conv2d', shape: [4, 4, 2], padding: [1, 1, 1, 1] },
    });
  });
});

describe('an ONNX file that cannot be shown', () => {
  const one = denseModel();
  it.each<[string, () => Promise<unknown>, string]>([
    ['not bytes', () => openOnnx({ model: 'model.onnx' as never }), 'invalid-input'],
    ['empty', () => openOnnx({ model: new Uint8Array(0) }), 'file-truncated'],
    ['text', () => openOnnx({ model: new TextEncoder().encode('{"layers": []}') }), 'file-foreign'],
    ['cut', () => openOnnx({ model: writeOnnx(one).slice(0, 150) }), 'file-foreign'],
    ['two inputs', () => opened({ ...one, inputs: { x: ['N', 2], y: ['N', 2] } }), 'unsupported'],
    ['open sides', () => opened({ ...one, inputs: { x: ['N', 'width'] } }), 'unsupported'],
    [
      'an unknown operation without a shape',
      () => opened({ ...one, nodes: [{ op: 'Odd', inputs: ['x'], outputs: ['o'] }] }),
      'unsupported',
    ],
    [
      'a value from nowhere',
      () => opened({ ...one, nodes: [{ op: 'Relu', inputs: ['?'], outputs: ['y'] }] }),
      'file-malformed',
    ],
  ])('%s: a code', async (_name, open, code) => {
    expect((await errorOf(open())).code).toBe(code);
  });

  it('damaged at any place: a code, at once, and no more memory than the file gives cause for', async () => {
    const files = [writeOnnx(denseModel()), writeOnnx(convolutionalModel())];
    let state = 12345;
    const random = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const started = performance.now();
    let [refused, accepted, longest] = [0, 0, 0];
    for (let round = 0; round < 4000; round++) {
      let bytes = files[round % 2]!.slice();
      for (let change = 0; change <= random(4); change++) {
        const at = random(bytes.length);
        if (random(8) === 0) bytes = bytes.slice(0, Math.max(1, at));
        else bytes[at] = [0, 0xff, 0x80, random(256)][random(4)]!;
      }
      const before = performance.now();
      try {
        const source = await openOnnx({ model: bytes });
        accepted++;
        for (const l of source.network.layers.keys()) {
          if (l === 0) continue;
          for (const view of [
            { kind: 'filters', layer: l },
            { kind: 'parameters', layers: [l] },
          ] as const) {
            if (source.supports(view) === true) await source.read(view);
          }
        }
      } catch (error) {
        if (!(error instanceof NeuroglowError)) throw error;
        refused++;
      }
      longest = Math.max(longest, performance.now() - before);
    }
    expect(refused).toBeGreaterThan(1000);
    expect(accepted).toBeGreaterThan(100);
    expect(longest).toBeLessThan(2000);
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 90_000);
});

/** A runtime that answers every value with 0, 1, 2, … of the size in `convolutionalModel`. */
function recordingRuntime() {
  const sizes: Readonly<Record<string, number>> = { z1: 144, a1: 144, logits: 5, y: 5 };
  const runs: { dims: readonly number[]; names: readonly string[] }[] = [];
  const created: Uint8Array[] = [];
  const ort: OnnxRuntime = {
    InferenceSession: {
      create: (model) => {
        created.push(model);
        return Promise.resolve({
          run: (feeds, names) => {
            runs.push({ dims: feeds['x']!.dims, names });
            const answer = (name: string) => ({
              dims: [],
              data: Float32Array.from({ length: sizes[name]! }, (_, k) => k),
            });
            return Promise.resolve(Object.fromEntries(names.map((name) => [name, answer(name)])));
          },
        });
      },
    },
    Tensor: class {
      readonly data: Float32Array;
      readonly dims: readonly number[];
      constructor(_type: 'float32', data: Float32Array, dims: readonly number[]) {
        this.data = data;
        this.dims = dims;
      }
    },
  };
  return { ort, runs, created };
}
