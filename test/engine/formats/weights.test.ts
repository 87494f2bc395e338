import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createNetwork,
  createTraining,
  descriptionOf,
  logicGateDataset,
  networkOf,
  readSafetensors,
  readWeightsJson,
  writeSafetensors,
  writeWeightsJson,
  type Network,
} from '../../../packages/engine/src/headless.js';

const coded = (code: string): Error => expect.objectContaining({ code }) as Error;
const bits = (values: Float32Array): number[] => [...new Uint32Array(values.slice().buffer)];

/** Networks of odd sizes with any finite parameters, from subnormal to huge, −0 among them. */
const networks: fc.Arbitrary<Network> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 })
  .chain((layers) => {
    const count = layers.slice(1).reduce((sum, neurons, l) => sum + (layers[l]! + 1) * neurons, 0);
    return fc
      .float32Array({ noNaN: true, noDefaultInfinity: true, minLength: count, maxLength: count })
      .map((parameters) => createNetwork({ layers, parameters, activation: 'leakyRelu' }));
  });

const described = createNetwork({
  layers: [
    { neurons: 4, shape: [2, 2], name: 'picture' },
    { neurons: 3, activation: 'leakyRelu', slope: 0.2 },
    { neurons: 2, labels: ['nein', 'ja "quoted" – 🙂'] },
  ],
  outputActivation: 'softmax',
  seed: 9,
});

describe.each([
  ['JSON', (network: Network) => readWeightsJson(writeWeightsJson(network))],
  ['JSON as bytes', (network: Network) => readWeightsJson(new TextEncoder().encode(writeWeightsJson(network)))],
  ['safetensors', (network: Network) => readSafetensors(writeSafetensors(network))],
  ['safetensors in an ArrayBuffer', (network: Network) => readSafetensors(writeSafetensors(network).buffer)],
])('weights through %s', (_name, roundTrip) => {
  it('come back bit for bit', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const read = roundTrip(network);
        expect(bits(read.parameters)).toEqual(bits(network.parameters));
        expect(descriptionOf(read)).toEqual(descriptionOf(network));
      }),
    );
  });

  it('keep names, shapes, slopes, labels and activations', () => {
    expect(descriptionOf(roundTrip(described))).toEqual(descriptionOf(described));
  });
});

describe('the weights of a session', () => {
  it('are read as a view, written, and make the same network again', async () => {
    const training = { network: createNetwork({ layers: [2, 3, 1] }), dataset: logicGateDataset('xor') };
    const session = createTraining({ ...training, worker: false });
    await session.step(20);
    const { parameters } = await session.read({ kind: 'parameters' });
    session.dispose();
    const read = readWeightsJson(writeWeightsJson(networkOf(session.network, parameters)));
    expect(bits(read.parameters)).toEqual(bits(parameters));
    expect(read.parameters).not.toEqual(training.network.parameters);
    expect(descriptionOf(read)).toEqual(session.network);
  });
});

describe('writing', () => {
  it('refuses networks that could not be read back', () => {
    const network = createNetwork({ layers: [1, 1] });
    const broken = { ...network, layers: network.layers.map((layer) => ({ ...layer, slope: NaN })) };
    expect(() => writeWeightsJson(broken)).toThrow(coded('invalid-network'));
    expect(() => writeSafetensors(broken)).toThrow(coded('invalid-network'));
    expect(() => writeSafetensors(undefined as never)).toThrow(coded('invalid-network'));
  });

  it('refuses parameters that are not finite', () => {
    const network = createNetwork({ layers: [1, 1] });
    network.parameters[0] = NaN;
    expect(() => writeWeightsJson(network)).toThrow(coded('not-finite'));
    expect(() => writeSafetensors(network)).toThrow(coded('not-finite'));
  });
});

describe('readWeightsJson', () => {
  const text = writeWeightsJson(described);

  it.each([
    ['nothing', '', 'file-truncated'],
    ['a file cut short', text.slice(0, -40), 'file-truncated'],
    ['other text', 'weights: 1', 'file-foreign'],
    ['other JSON', '{"format": "other"}', 'file-foreign'],
    ['broken JSON', '{"format": "neuroglow-weights",}', 'file-malformed'],
    ['a later version', text.replace('"version": 1', '"version": 2'), 'file-malformed'],
    ['an activation that is none', text.replace('softmax', 'hardmax'), 'file-malformed'],
    ['a layer that grew', text.replace('"neurons": 3', '"neurons": 4'), 'file-malformed'],
    ['a layer beyond all bounds', text.replace('"neurons": 3', '"neurons": 1e15'), 'file-malformed'],
    [
      'too many parameters',
      text.replace(/"shape": \[\s*3\s*\],\s*"neurons": 3/, '"neurons": 60000000'),
      'file-too-large',
    ],
    ['a bias beyond float32', text.replace('"biases": [0', '"biases": [1e39'), 'file-malformed'],
    ['a bias in quotes', text.replace('"biases": [0', '"biases": ["0"'), 'file-malformed'],
  ])('%s', (_what, content, code) => {
    expect(() => readWeightsJson(content)).toThrow(coded(code));
  });

  it('asks for a file if there is none', () => {
    expect(() => readWeightsJson(null as unknown as string)).toThrow(coded('invalid-input'));
    expect(() => readWeightsJson(Uint8Array.of(0xff, 0xfe, 0x00))).toThrow(coded('file-foreign'));
  });
});

describe('readSafetensors', () => {
  const file = writeSafetensors(described);

  /** A file with this header and that many bytes of zeros after it. */
  function fileOf(header: unknown, dataBytes: number): Uint8Array {
    const text = new TextEncoder().encode(JSON.stringify(header));
    const bytes = new Uint8Array(8 + text.length + dataBytes);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
    bytes.set(text, 8);
    return bytes;
  }

  const network = descriptionOf(createNetwork({ layers: [2, 1] }));
  const weights = { dtype: 'F32', shape: [2, 1], data_offsets: [0, 8] };
  const biases = { dtype: 'F32', shape: [1], data_offsets: [8, 12] };
  const file2 = (change: object, dataBytes = 12): Uint8Array =>
    fileOf({ 'layers.1.weights': weights, 'layers.1.biases': biases, ...change }, dataBytes);

  it('lays out tensors as the format requires: little-endian, aligned, named', () => {
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Record<string, unknown>;
    expect(length % 8).toBe(0);
    expect(header['layers.1.weights']).toEqual({ dtype: 'F32', shape: [4, 3], data_offsets: [0, 48] });
    expect(header['layers.2.biases']).toEqual({ dtype: 'F32', shape: [2], data_offsets: [84, 92] });
    expect(new DataView(file.buffer).getFloat32(8 + length, true)).toBe(described.parameters[0]);
    expect(file.length).toBe(8 + length + 92);
  });

  it('reads files from elsewhere, in F64 too, given the network', () => {
    const bytes = file2({ 'layers.1.biases': { dtype: 'F64', shape: [1], data_offsets: [8, 16] }, other: 1 }, 16);
    new DataView(bytes.buffer).setFloat64(bytes.length - 8, 0.1, true);
    expect([...readSafetensors(bytes, { network }).parameters]).toEqual([0, 0, Math.fround(0.1)]);
    expect(() => readSafetensors(bytes)).toThrow(coded('file-foreign'));
  });

  it.each([
    ['nothing', new Uint8Array(0), 'file-truncated'],
    ['five bytes', file.subarray(0, 5), 'file-truncated'],
    ['half a header', file.subarray(0, 60), 'file-truncated'],
    ['half its tensors', file.subarray(0, file.length - 20), 'file-truncated'],
    ['a picture', new Uint8Array(100).fill(0x89), 'file-foreign'],
    ['a header of 2⁶³ bytes', Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 128, 0x7b, 0x7d), 'file-too-large'],
  ])('%s', (_what, bytes, code) => {
    expect(() => readSafetensors(bytes)).toThrow(coded(code));
  });

  it.each([
    ['a missing tensor', file2({ 'layers.1.biases': undefined }), 'file-malformed'],
    ['a type that is none', file2({ 'layers.1.biases': { ...biases, dtype: 'toString' } }), 'file-malformed'],
    ['another shape', file2({ 'layers.1.weights': { ...weights, shape: [1, 2] } }), 'file-malformed'],
    ['offsets before the start', file2({ 'layers.1.biases': { ...biases, data_offsets: [-4, 0] } }), 'file-malformed'],
    ['offsets that do not fit', file2({ 'layers.1.biases': { ...biases, data_offsets: [8, 16] } }), 'file-malformed'],
    ['offsets past the end', file2({ 'layers.1.biases': { ...biases, data_offsets: [12, 16] } }), 'file-truncated'],
    [
      'offsets that are no numbers',
      file2({ 'layers.1.biases': { ...biases, data_offsets: ['8', '12'] } }),
      'file-malformed',
    ],
  ])('%s', (_what, bytes, code) => {
    expect(() => readSafetensors(bytes, { network })).toThrow(coded(code));
  });
});
