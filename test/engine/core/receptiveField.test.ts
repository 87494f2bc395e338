import { describe, expect, it } from 'vitest';
import { checkDescription } from '../../../packages/engine/src/core/validateNetwork.js';
import { marginsOf } from '../../../packages/engine/src/core/layerKinds/window.js';
import { receptiveField } from '@neuroglow/engine/internal';

const described = (...layers: object[]) => checkDescription({ layers: [{ shape: [9, 7, 2] }, ...layers] });
const conv = (kernelSize: number, stride: number, padding: unknown, inputs?: number[]) => ({
  ...{ kind: 'conv2d', filters: 2, kernelSize, stride, padding, activation: 'relu' },
  ...(inputs && { inputs }),
});

/** The rows of the input that a row of a layer depends on, found by following every window. */
function rowsSeen({ layers }: ReturnType<typeof checkDescription>, layer: number, row: number): number[] {
  if (layer === 0) return [row];
  const of = layers[layer]!;
  return of.inputs.flatMap((from) => {
    if (of.kind !== 'conv2d' && of.kind !== 'pool') return rowsSeen({ layers }, from, row);
    const window = of.kind === 'conv2d' ? of.kernelSize : of.size;
    const [top] = marginsOf(layers[from]!.shape as [number, number, number], window, of.stride, of.padding);
    return Array.from({ length: window[0] }, (_, k) => rowsSeen({ layers }, from, row * of.stride[0] - top + k)).flat();
  });
}

describe('a receptive field', () => {
  it.each([
    ['valid', described(conv(3, 1, 'valid'), conv(3, 2, 'valid'))],
    ['padded alike', described(conv(5, 1, 'same'), { kind: 'pool', size: 2 }, conv(3, 1, 'same'))],
    ['padded unevenly', described(conv(3, 2, [1, 1, 1, 1]), conv(2, 1, [0, 0, 1, 1]))],
    ['of two ways', described(conv(3, 1, 'same'), conv(5, 1, 'same', [0]), { kind: 'add', inputs: [1, 2] })],
  ])('through windows that are %s holds all that the windows hold', (_name, network) => {
    const last = network.layers.length - 1;
    for (let row = 0; row < network.layers[last]!.shape[0]; row++) {
      const seen = rowsSeen(network, last, row);
      expect(receptiveField(network, last, row, 0)).toMatchObject({
        top: Math.min(...seen),
        bottom: Math.max(...seen),
      });
    }
  });

  it('reaches into the padding, and is all of the input behind a pool over everything', () => {
    const network = described(conv(3, 1, 'same'), { kind: 'pool', method: 'average', size: [9, 7] });
    expect(receptiveField(network, 1, 0, 6)).toEqual({ top: -1, left: 5, bottom: 1, right: 7 });
    expect(receptiveField(network, 2, 0, 0)).toEqual({ top: -1, left: -1, bottom: 9, right: 7 });
  });

  it('is not known behind a layer that does not say what it does, or where there is no picture', () => {
    const opaque = { kind: 'opaque', operation: 'Resize', shape: [18, 14, 2] };
    expect(receptiveField(described(opaque, conv(3, 1, 'same')), 2, 0, 0)).toBeNull();
    expect(receptiveField(described({ kind: 'flatten' }), 1, 0, 0)).toBeNull();
  });
});
