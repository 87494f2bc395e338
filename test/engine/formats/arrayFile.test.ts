import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NeuroglowError } from '../../../packages/engine/src/core/error.js';
import { readArrayFile, writeArrayFile } from '../../../packages/engine/src/formats/arrayFile.js';
import { crc32 } from '../../../packages/engine/src/formats/crc32.js';
import { float16Bits, fromFloat16Bits } from '../../../packages/engine/src/formats/halfPrecision.js';

const kind = 'a recording';
const shared = Uint32Array.of(3, 1, 2);
const data = {
  name: 'naïve 🧠',
  odd: [NaN, Infinity, -Infinity, -0.5],
  none: null,
  nested: { weights: Float32Array.of(1.5, -2, 1e-40, NaN), order: shared },
  again: shared,
  steps: Float64Array.of(2 ** 53, 0.1),
  empty: new Float32Array(0),
};

describe('a file of arrays', () => {
  it('gives back what was written, bit for bit', () => {
    expect(readArrayFile(writeArrayFile(data), kind)).toEqual(data);
  });

  it('reads from the middle of a larger buffer', () => {
    const file = writeArrayFile(data);
    const around = new Uint8Array(file.length + 13);
    around.set(file, 5);
    expect(readArrayFile(around.subarray(5, 5 + file.length), kind)).toEqual(data);
  });

  it('stores an array once however often it occurs', () => {
    const long = new Float32Array(1000);
    const once = writeArrayFile({ one: long }).length;
    expect(writeArrayFile({ one: long, two: long }).length - once).toBeLessThan(64);
  });

  it('rounds to float16 where asked', () => {
    const weights = Float32Array.of(0.1, 1000.25);
    const file = writeArrayFile({ weights, exact: Float32Array.of(0.1) }, (array) => array === weights);
    const read = readArrayFile(file, kind) as typeof data.nested & { exact: Float32Array };
    expect([...read.weights]).toEqual([0.0999755859375, 1000]);
    expect([...read.exact]).toEqual([Math.fround(0.1)]);
  });

  it.each([
    ['file-foreign', 'of another kind', (file: Uint8Array) => file.subarray(1)],
    ['file-foreign', 'of a later version', (file: Uint8Array) => changed(file, 8, 2)],
    ['file-truncated', 'cut off in its head', (file: Uint8Array) => file.subarray(0, 20)],
    ['file-truncated', 'cut off at the end', (file: Uint8Array) => file.subarray(0, -1)],
    ['file-truncated', 'empty', () => new Uint8Array(0)],
    ['file-malformed', 'damaged by one bit', (file: Uint8Array) => changed(file, file.length - 20, 0x41)],
    ['file-malformed', 'too long', (file: Uint8Array) => Uint8Array.of(...file, 0)],
  ])('gives %s for a file %s', (code, _name, wound) => {
    expect(() => readArrayFile(wound(writeArrayFile(data)), kind)).toThrow(expect.objectContaining({ code }));
  });

  it('allocates no more than the file holds, whatever a header with a right checksum claims', () => {
    const claims = [
      { data: { '@array': 0 }, arrays: [{ type: 'float32', length: 2 ** 40, offset: 0 }] },
      { data: { '@array': 7 }, arrays: [] },
      { data: 1, arrays: Array.from({ length: 1000 }, () => ({ type: 'float32', length: 2, offset: 0 })) },
      { data: 1, arrays: [{ type: 'constructor', length: 2, offset: 0 }] },
      { data: 1, arrays: 'none' },
    ];
    for (const claim of claims) {
      const file = forged(JSON.stringify(claim));
      expect(() => readArrayFile(file, kind)).toThrow(expect.objectContaining({ code: 'file-malformed' }));
    }
    const deep = `{"arrays":[],"data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(() => readArrayFile(forged(deep), kind)).toThrow(NeuroglowError);
  });
});

describe('CRC-32', () => {
  it('is that of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc32(bytes));
      }),
    );
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('float16', () => {
  it('reads all 65,536 patterns and writes each back', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = fromFloat16Bits(bits);
      const expected = Number.isNaN(value) ? 0x7e00 : bits;
      if (float16Bits(value) !== expected) throw new Error(`${bits} becomes ${float16Bits(value)}`);
    }
  });

  it('rounds to the nearest, ties to even', () => {
    for (let bits = 0; bits < 0x7bff; bits++) {
      const low = fromFloat16Bits(bits);
      const middle = (low + fromFloat16Bits(bits + 1)) / 2;
      const even = bits % 2 === 0 ? bits : bits + 1;
      const around = [middle * (1 - 2 ** -30), middle, middle * (1 + 2 ** -30)].map(float16Bits);
      if (around.join() !== [bits, even, bits + 1].join()) throw new Error(`${bits}: ${around.join()}`);
    }
    expect([65_519, 65_520, -1e9].map(float16Bits)).toEqual([0x7bff, 0x7c00, 0xfc00]);
  });
});

/** A file with any header, made right outside of it. */
function forged(header: string): Uint8Array {
  const text = new TextEncoder().encode(header.padEnd(Math.ceil(header.length / 8) * 8));
  const file = new Uint8Array(32 + text.length + 64);
  file.set(writeArrayFile(null).subarray(0, 12));
  file.set(text, 32);
  const view = new DataView(file.buffer);
  view.setBigUint64(16, BigInt(file.length), true);
  view.setUint32(24, text.length, true);
  view.setUint32(12, zlibCrc32(file.subarray(16)), true);
  return file;
}

function changed(file: Uint8Array, at: number, byte: number): Uint8Array {
  const copy = file.slice();
  copy[at] = copy[at] === byte ? byte ^ 1 : byte;
  return copy;
}
