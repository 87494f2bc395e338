import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHost, pack, root, temporaryFolder, type Packed } from './packed.js';

const temporary = temporaryFolder();
const libraries = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers', '@tensorflow/tfjs-backend-cpu'];
let engine: Packed;

beforeAll(async () => {
  engine = await pack('engine', temporary.path);
});
afterAll(temporary.remove);

const learn = `
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import * as layersLibrary from '@tensorflow/tfjs-layers';
import { createTensorflowSource } from '@neuroglow/engine/tensorflow';

const inputs = Float32Array.from({ length: 40 * 16 }, (_, k) => Math.sin(k * 1.7));
const targets = new Float32Array(40 * 3);
for (let row = 0; row < 40; row++) targets[row * 3 + (inputs[row * 16] > 0.4 ? 0 : inputs[row * 16 + 1] > 0 ? 1 : 2)] = 1;

const model = sequential();
model.add(layers.flatten({ inputShape: [4, 4, 1] }));
model.add(layers.dense({ units: 8, activation: 'relu' }));
model.add(layers.dropout({ rate: 0.2 }));
model.add(layers.dense({ units: 6, activation: 'tanh' }));
model.add(layers.dense({ units: 3, activation: 'softmax' }));
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });

const source = createTensorflowSource({ model, dataset: { inputs, targets, rows: 40 }, classNames: ['a', 'b', 'c'] });
const seen = [];
const leave = source.watch({ kind: 'activations', input: { sample: 0 } }, { onFrame: (frame) => seen.push(frame.step) });
const x = tf.tensor(inputs, [40, 4, 4, 1]);
await model.fit(x, tf.tensor(targets, [40, 3]), {
  epochs: 30, batchSize: 10, validationSplit: 0.2, verbose: 0, callbacks: source.callbacks,
});
leave();

let furthest = 0;
const { activations } = await source.read({ kind: 'activations', input: { sample: 5 } });
const dense = model.layers.filter((layer) => layer.getClassName() === 'Dense');
const probe = layersLibrary.model({ inputs: model.inputs, outputs: dense.map((layer) => layer.output) });
probe.predict(tf.slice(x, [5, 0, 0, 0], [1, 4, 4, 1])).forEach((theirs, l) => {
  theirs.dataSync().forEach((value, k) => { furthest = Math.max(furthest, Math.abs(value - activations[l + 1][k])); });
});
const { series } = await source.read({ kind: 'scalars' });
console.log(JSON.stringify({
  furthest, frames: seen.length, ascending: seen.every((step, i) => i === 0 || step >= seen[i - 1]),
  snapshot: source.getSnapshot(), series: series.map(({ name, role, steps }) => [name, role, steps.length]),
  layers: source.network.layers.map(({ neurons, activation, shape }) => [neurons, activation, shape.length]),
}));
`;

const convolve = `
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as layersLibrary from '@tensorflow/tfjs-layers';
import { createTensorflowSource } from '@neuroglow/engine/tensorflow';

const tf = { ...core, ...layersLibrary };
const { layers } = tf;
const inputs = Float32Array.from({ length: 24 * 36 }, (_, k) => Math.sin(k * 1.7));
const targets = Float32Array.from({ length: 24 * 3 }, (_, k) => (Math.floor(k / 3) % 3 === k % 3 ? 1 : 0));
const input = tf.input({ shape: [6, 6, 1] });
const first = layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
const pooled = layers.maxPooling2d({ poolSize: 2 }).apply(first);
const second = layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'tanh' }).apply(pooled);
const sum = layers.add().apply([pooled, second]);
const output = layers.dense({ units: 3, activation: 'softmax' }).apply(layers.flatten().apply(sum));
const model = tf.model({ inputs: input, outputs: output });
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });

const source = createTensorflowSource({ tf, model, dataset: { inputs, targets, rows: 24 } });
const seen = [];
const leave = source.watch({ kind: 'featureMaps', layer: 1, input: { sample: 0 } }, { onFrame: (frame) => seen.push(frame.step) });
const x = tf.tensor(inputs, [24, 6, 6, 1]);
await model.fit(x, tf.tensor(targets, [24, 3]), { epochs: 5, batchSize: 8, verbose: 0, callbacks: source.callbacks });
leave();

const before = tf.memory().numTensors;
const { preActivations, activations } = await source.read({ kind: 'activations', input: { sample: 5 } });
const leaked = tf.memory().numTensors - before;
let furthest = 0;
const compare = (theirs, ours) => theirs.forEach((value, k) => { furthest = Math.max(furthest, Math.abs(value - ours[k])); });
const row = tf.slice(x, [5, 0, 0, 0], [1, 6, 6, 1]);
const probe = tf.model({ inputs: model.inputs, outputs: model.layers.map((layer) => layer.output) });
probe.predict(row).forEach((theirs, l) => compare(theirs.dataSync(), activations[l]));
const kernel = model.layers[1].weights[0].read();
const z = tf.add(tf.conv2d(row, kernel, 1, 'same'), model.layers[1].weights[1].read());
compare(z.dataSync(), preActivations[1]);
const { slices } = await source.read({ kind: 'filters', layer: 1 });
compare(tf.transpose(kernel, [3, 0, 1, 2]).dataSync(), slices);
const bare = createTensorflowSource({ model, dataset: { inputs, targets, rows: 24 } });
console.log(JSON.stringify({
  furthest, leaked, frames: seen.length, kinds: source.network.layers.map(({ kind }) => kind),
  without: bare.supports({ kind: 'activations', input: { sample: 0 } }),
}));
`;

describe('a model of the real TensorFlow.js', () => {
  it('with convolutions has the feature maps, the z and the filters that TensorFlow.js computes', () => {
    const host = makeHost(temporary.path, 'convolve', [engine], libraries, join(root, 'test', 'packages', 'hosts'));
    const file = join(host, 'main.mjs');
    writeFileSync(file, convolve);
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: host });
    const result = JSON.parse(printed.trim().split('\n').at(-1)!) as Record<string, unknown> & {
      readonly furthest: number;
      readonly frames: number;
    };
    expect(result.furthest).toBeLessThan(1e-5);
    expect(result.frames).toBeGreaterThan(0);
    expect(result).toMatchObject({
      leaked: 0,
      kinds: ['input', 'conv2d', 'pool', 'conv2d', 'add', 'flatten', 'dense'],
      without: { reason: expect.stringContaining('pass `tf`') as string },
    });
  });

  it('is watched under model.fit, and has the activations that TensorFlow.js computes', () => {
    const host = makeHost(temporary.path, 'tensorflow', [engine], libraries, join(root, 'test', 'packages', 'hosts'));
    const file = join(host, 'main.mjs');
    writeFileSync(file, learn);
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: host });
    const result = JSON.parse(printed.trim().split('\n').at(-1)!) as {
      readonly furthest: number;
      readonly frames: number;
      readonly ascending: boolean;
      readonly snapshot: { readonly step: number; readonly epoch: number; readonly status: string };
      readonly series: readonly (readonly [string, string, number])[];
      readonly layers: readonly (readonly [number, string | null, number])[];
    };
    expect(result.furthest).toBeLessThan(1e-5);
    expect(result.frames).toBeGreaterThan(0);
    expect(result.ascending).toBe(true);
    // 32 rows in batches of 10, 30 times.
    expect(result.snapshot).toMatchObject({ step: 120, epoch: 30, status: 'finished' });
    expect(result.series).toEqual([
      ['cost', 'training', 120],
      ['acc', 'metric', 120],
      ['validation cost', 'validation', 30],
      ['validation acc', 'metric', 30],
    ]);
    expect(result.layers).toEqual([
      [16, null, 3],
      [8, 'relu', 1],
      [6, 'tanh', 1],
      [3, 'softmax', 1],
    ]);
  });
});
