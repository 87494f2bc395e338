import { describe, expect, it } from 'vitest';
import {
  checkDescription,
  createConfiguration,
  createNetwork,
  layerKindNames,
  NeuroglowError,
  parameterLayout,
  pictureShape,
  type LayerShape,
} from '@neuroglow/engine/core';

/** A layer of a description before it is checked. */
type Given = Readonly<Record<string, unknown>>;
const image: Given = { shape: [28, 28, 3] };
const conv: Given = { kind: 'conv2d', kernelSize: [5, 5], filters: 8, activation: 'relu' };

/** The shapes that follow for an input and layers after it. */
function shapes(...layers: readonly Given[]): readonly LayerShape[] {
  return checkDescription({ layers }).layers.map((layer) => layer.shape);
}

const problemOf = (...layers: readonly Given[]): { code: string; message: string } => {
  try {
    checkDescription({ layers });
  } catch (error) {
    if (error instanceof NeuroglowError) return error;
    throw error;
  }
  throw new Error('accepted');
};

describe('the shape of a layer follows from its inputs', () => {
  it.each([
    ['conv2d, valid', conv, [24, 24, 8]],
    ['conv2d, same, stride 2', { ...conv, padding: 'same', stride: 2 }, [14, 14, 8]],
    ['conv2d of unequal sides', { ...conv, kernelSize: [3, 7], stride: [2, 3] }, [13, 8, 8]],
    ['pool', { kind: 'pool', size: 2 }, [14, 14, 3]],
    ['pool with a rest', { kind: 'pool', size: [3, 3], stride: [2, 2], method: 'average' }, [13, 13, 3]],
    ['flatten', { kind: 'flatten' }, [2352]],
    ['normalization', { kind: 'normalization' }, [28, 28, 3]],
    ['add', { kind: 'add', inputs: [0, 0] }, [28, 28, 3]],
    ['concatenate', { kind: 'concatenate', inputs: [0, 0] }, [28, 28, 6]],
    ['opaque', { kind: 'opaque', operation: 'LSTM', shape: [40] }, [40]],
    ['dense', { neurons: 10, activation: 'tanh' }, [10]],
  ] as const)('%s', (_name, layer, expected) => {
    expect(shapes(image, layer)).toEqual([[28, 28, 3], expected]);
  });

  it('through a residual network with a skip', () => {
    const { layers } = checkDescription({
      layers: [
        image,
        { ...conv, padding: 'same', filters: 3 },
        { kind: 'add', inputs: [0, 1] },
        { kind: 'pool', size: [4, 4] },
        { kind: 'flatten' },
        { kind: 'dense', neurons: 10, activation: 'softmax' },
      ],
    });
    expect(layers.map(({ kind, neurons, inputs }) => [kind, neurons, inputs])).toEqual([
      ['input', 2352, []],
      ['conv2d', 2352, [0]],
      ['add', 2352, [0, 1]],
      ['pool', 147, [2]],
      ['flatten', 147, [3]],
      ['dense', 10, [4]],
    ]);
    // Plain data that can be checked again.
    expect(checkDescription(JSON.parse(JSON.stringify({ layers })))).toEqual({ layers });
  });
});

describe('shapes that do not fit are named in the error', () => {
  it.each([
    ['an unknown kind', 'invalid-network', [image, { kind: 'lstm' }]],
    ['a second input layer', 'invalid-network', [image, { kind: 'input', neurons: 3 }]],
    ['a first layer that is no input', 'invalid-network', [{ ...conv, shape: [2, 2, 1] }, { neurons: 1 }]],
    ['a convolution of a list', 'invalid-network', [{ neurons: 9 }, conv]],
    ['a filter larger than the picture', 'invalid-network', [{ shape: [4, 4, 1] }, conv]],
    ['no filters', 'invalid-network', [image, { ...conv, filters: 0 }]],
    ['a kernel of one and a half', 'invalid-network', [image, { ...conv, kernelSize: [1.5, 1] }]],
    ['an unknown padding', 'invalid-network', [image, { ...conv, padding: 'full' }]],
    ['a layer that takes in itself', 'invalid-network', [image, { ...conv, inputs: [1] }]],
    ['two inputs for a convolution', 'invalid-network', [image, { ...conv, inputs: [0, 0] }]],
    ['a sum of one', 'invalid-network', [image, { kind: 'add', inputs: [0] }]],
    ['a sum of unequal shapes', 'invalid-network', [image, conv, { kind: 'add', inputs: [0, 1] }]],
    [
      'a concatenation of a list and pictures',
      'invalid-network',
      [image, { kind: 'flatten' }, { kind: 'concatenate', inputs: [0, 1] }],
    ],
    ['a shape that does not follow', 'invalid-network', [image, { ...conv, shape: [24, 24, 9] }]],
    ['neurons that do not follow', 'invalid-network', [image, { ...conv, neurons: 7 }]],
    ['an opaque layer without a shape', 'invalid-network', [image, { kind: 'opaque' }]],
    ['an opaque layer named by a number', 'invalid-network', [image, { kind: 'opaque', operation: 3, neurons: 2 }]],
  ] as const)('%s', (_name, code, layers) => {
    const problem = problemOf(...layers);
    expect([problem.code, problem.message]).toEqual([
      code,
      expect.stringMatching(/^[^:]+: expected .+, got .+; .+\.$/s),
    ]);
  });
});

describe('dense is the only kind that the engine computes', () => {
  const description = checkDescription({
    layers: [image, conv, { kind: 'flatten' }, { neurons: 2, activation: 'softmax' }],
  });
  const unsupported = expect.objectContaining({
    code: 'unsupported',
    message: expect.stringContaining(
      '[1]: expected a dense layer that takes in the layer before, got the kind "conv2d"',
    ) as string,
  }) as Error;
  it('and every other kind is refused with its name', () => {
    expect(() => parameterLayout(description)).toThrow(unsupported);
    expect(() =>
      createConfiguration({ network: { ...description, parameters: new Float32Array(3) } as never }),
    ).toThrow(unsupported);
    expect(() =>
      createNetwork({ layers: [4, { neurons: 3, kind: 'conv2d', kernelSize: 1, filters: 1 } as never, 1] }),
    ).toThrow(NeuroglowError);
  });
  it('and its input is the layer before', () => {
    expect(() => createNetwork({ layers: [4, 3, { neurons: 1, inputs: [0] }] })).toThrow('got a dense layer over [0]');
  });
});

describe('options of a dense network', () => {
  it('are normalised: kinds, inputs, [rows, columns] as one channel, neurons from the shape', () => {
    const { layers } = createNetwork({ layers: [{ shape: [28, 28] }, { neurons: 6, shape: [3, 2, 1] }, 10] });
    expect(layers.map(({ kind, inputs, shape, neurons }) => [kind, inputs, shape, neurons])).toEqual([
      ['input', [], [28, 28, 1], 784],
      ['dense', [0], [3, 2, 1], 6],
      ['dense', [1], [10], 10],
    ]);
    expect(layers.map(({ shape }) => pictureShape(shape))).toEqual([[28, 28], [3, 2], null]);
  });
  it('know nine kinds', () => {
    expect(layerKindNames).toEqual([
      'input',
      'dense',
      'conv2d',
      'pool',
      'flatten',
      'normalization',
      'add',
      'concatenate',
      'opaque',
    ]);
  });
});
