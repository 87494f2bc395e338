import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convolutionalModel, denseModel, numbers, writeOnnx, type WrittenModel } from '../engine/sources/onnxWriter.js';
import { makeHost, pack, root, temporaryFolder, type Packed } from './packed.js';

const temporary = temporaryFolder();
let engine: Packed;

beforeAll(async () => {
  engine = await pack('engine', temporary.path);
});
afterAll(temporary.remove);

/** Compares every layer's z and a with what onnxruntime says of a file in which the test itself wrote all values as outputs. */
const compare = `
import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web';
import { openOnnx } from '@neuroglow/engine/onnx';

const { values, row, expected } = JSON.parse(readFileSync('case.json', 'utf8'));
const rows = 3;
const width = row.length / rows;
const probes = Array.from({ length: rows }, (_, k) => row.slice(k * width, (k + 1) * width));
const source = await openOnnx({ model: readFileSync('model.onnx'), ort, probes });
// Pictures lie as [rows, columns, channels] here, and as [channels, rows, columns] in the file.
const toFile = (numbers, [rows, columns, channels]) =>
  columns === undefined ? numbers : numbers.map((_, k) => numbers[(k % (rows * columns)) * channels + Math.floor(k / (rows * columns))]);
const session = await ort.InferenceSession.create(readFileSync('whole.onnx'));
let furthest = 0;
const compared = [];
for (let probe = 0; probe < rows; probe++) {
  const { preActivations, activations } = await source.read({ kind: 'activations', input: { probe } });
  const { dims } = expected;
  const feed = new ort.Tensor('float32', Float32Array.from(toFile(probes[probe], source.network.layers[0].shape)), [1, ...dims]);
  const theirs = await session.run({ x: feed });
  for (const [layer, z, a] of values) {
    const { shape } = source.network.layers[layer];
    for (const [name, ours] of [[z, preActivations[layer]], [a, activations[layer]]]) {
      const own = toFile(ours, shape);
      theirs[name].data.forEach((value, k) => { furthest = Math.max(furthest, Math.abs(value - own[k])); });
      compared.push(theirs[name].data.length === own.length);
    }
  }
}
const maps = source.network.layers[1].shape.length === 3
  ? (await source.read({ kind: 'featureMaps', layer: 1, input: { probe: 0 } })).shape : null;
console.log(JSON.stringify({ furthest, compared: compared.length, same: compared.every(Boolean), maps }));
process.exit(0);
`;

interface Result {
  readonly furthest: number;
  readonly compared: number;
  readonly same: boolean;
  readonly maps: readonly number[] | null;
}

describe('an ONNX file with the real onnxruntime-web', () => {
  it.each<[string, WrittenModel, number, readonly (readonly [number, string, string])[], number[]]>([
    [
      'dense layers',
      denseModel(),
      2,
      [
        [1, 'z1', 'a1'],
        [2, 'z2', 'y'],
      ],
      [2],
    ],
    [
      'convolutions, a residual sum and a concatenation',
      convolutionalModel(),
      108,
      [
        [1, 'z1', 'a1'],
        [2, 'p1', 'p1'],
        [3, 'z2', 'z2'],
        [4, 's', 'r'],
        [5, 'c', 'c'],
        [6, 'h', 'h'],
        [7, 'f', 'f'],
        [8, 'logits', 'y'],
      ],
      [3, 6, 6],
    ],
    [
      'a batch of one',
      convolutionalModel(1),
      108,
      [
        [1, 'z1', 'a1'],
        [4, 's', 'r'],
        [8, 'logits', 'y'],
      ],
      [3, 6, 6],
    ],
  ])('of %s has the z and a of every layer', (name, model, width, values, dims) => {
    const host = makeHost(
      temporary.path,
      `onnx-${name.replaceAll(/\W+/g, '-')}`,
      [engine],
      ['onnxruntime-web'],
      join(root, 'test', 'packages', 'hosts'),
    );
    const all = values.flatMap(([, z, a]) => [z, a]).map((one) => [one, null] as const);
    const whole = { ...model, outputs: { ...Object.fromEntries(all), ...model.outputs } };
    writeFileSync(join(host, 'model.onnx'), writeOnnx(model));
    writeFileSync(join(host, 'whole.onnx'), writeOnnx(whole));
    writeFileSync(
      join(host, 'case.json'),
      JSON.stringify({ values, row: [...numbers(width * 3, 1.7)], expected: { dims } }),
    );
    writeFileSync(join(host, 'main.mjs'), compare);
    const printed = execFileSync(process.execPath, ['main.mjs'], { encoding: 'utf8', cwd: host });
    const result = JSON.parse(printed.trim().split('\n').at(-1)!) as Result;
    process.stdout.write(`${name}: furthest from onnxruntime ${result.furthest}\n`);
    expect(result).toMatchObject({ compared: values.length * 6, same: true });
    expect(result.furthest).toBeLessThan(1e-5);
    expect(result.maps).toEqual(width === 108 ? [6, 6, 4] : null);
  });
});
