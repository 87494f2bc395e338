import { describe, expect, it } from 'vitest';
import { createNetwork, descriptionOf, readSafetensors } from '@neuroglow/engine/core';

const network = descriptionOf(createNetwork({ layers: [2, 1] }));

/** A file as others write it: two weights and a bias of 16 bits each. */
function fileOf(dtype: string, bits: readonly number[]): Uint8Array<ArrayBuffer> {
  const header = {
    'layers.1.weights': { dtype, shape: [2, 1], data_offsets: [0, 4] },
    'layers.1.biases': { dtype, shape: [1], data_offsets: [4, 6] },
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + bits.length * 2);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  for (const [k, value] of bits.entries()) view.setUint16(8 + text.length + k * 2, value, true);
  return file;
}

const read = (dtype: string, bits: readonly number[]): number[] => [
  ...readSafetensors(fileOf(dtype, bits), { network }).parameters,
];

describe('safetensors of 16 bits', () => {
  it.each([
    ['ordinary numbers', [0x3c00, 0xc000, 0x3555], [1, -2, 0.333251953125]],
    ['the largest, the smallest normal and −0', [0x7bff, 0x0400, 0x8000], [65504, 2 ** -14, -0]],
    ['subnormals', [0x0001, 0x03ff, 0x8001], [2 ** -24, 1023 * 2 ** -24, -(2 ** -24)]],
  ])('F16: %s', (_, bits, values) => {
    expect(read('F16', bits)).toEqual(values);
  });

  it.each([
    ['ordinary numbers', [0x3f80, 0xc000, 0x4049], [1, -2, 3.140625]],
    ['the smallest normal, a subnormal and −0', [0x0080, 0x0001, 0x8000], [2 ** -126, 2 ** -133, -0]],
  ])('BF16: %s', (_, bits, values) => {
    expect(read('BF16', bits)).toEqual(values);
  });

  it.each([
    ['F16', 0x7c00],
    ['F16', 0x7e00],
    ['BF16', 0xff80],
    ['BF16', 0x7fc0],
  ])('%s: %i, which is not finite, is refused', (dtype, bits) => {
    expect(() => read(dtype, [0, bits, 0])).toThrow(expect.objectContaining({ code: 'file-malformed' }));
  });

  it('other types of 16 bits are refused by name', () => {
    expect(() => read('I16', [0, 0, 0])).toThrow(/F16, BF16, F32 and F64/);
  });

  it('a file cut short is refused', () => {
    expect(() => readSafetensors(fileOf('F16', [0, 0, 0]).subarray(0, -1), { network })).toThrow(
      expect.objectContaining({ code: 'file-truncated' }),
    );
  });
});
