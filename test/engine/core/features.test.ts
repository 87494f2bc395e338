import { describe, expect, it } from 'vitest';
import {
  createConfiguration,
  createCoreTrainer,
  createKernelTrainer,
  createNetwork,
  expandFeatures,
  featureNames,
  forward,
  gradientCheck,
  planeDataset,
  rawInputs,
  validateDataset,
  type InputFeature,
} from '@neuroglow/engine/core';
import { sin } from '../../../packages/engine/src/core/sine.js';
import { gradientOfRawInputs } from '../../../packages/engine/src/core/features.js';

/** x, y, x², y², xy, sin x, sin y: what TensorFlow's playground offers. */
const features: readonly InputFeature[] = [
  { term: 'value', of: 0 },
  { term: 'value', of: 1 },
  { term: 'product', of: [0, 0] },
  { term: 'product', of: [1, 1] },
  { term: 'product', of: [0, 1] },
  { term: 'sin', of: 0 },
  { term: 'sin', of: 1 },
];
const options = { activation: 'tanh', outputActivation: 'linear', seed: 3 } as const;
const network = createNetwork({ layers: [{ features }, 5, 1], ...options });
const plain = createNetwork({ layers: [7, 5, 1], ...options });
const raw = planeDataset({ rows: 50, seed: 2, noise: 0.1 });

/** The features of every row, written out. */
function byHand(inputs: Float32Array): Float32Array {
  return Float32Array.from({ length: (inputs.length / 2) * 7 }, (_, k) => {
    const [x, y] = inputs.subarray(Math.floor(k / 7) * 2);
    return [x!, y!, x! * x!, y! * y!, x! * y!, sin(x!), sin(y!)][k % 7]!;
  });
}

describe('features of the raw inputs', () => {
  it('decide the number and the labels of input neurons', () => {
    const { neurons, labels, shape } = network.layers[0]!;
    expect({ neurons, labels, shape, raw: rawInputs(network) }).toEqual({
      neurons: 7,
      labels: ['x', 'y', 'x²', 'y²', 'x·y', 'sin x', 'sin y'],
      shape: [7],
      raw: 2,
    });
    expect(featureNames([{ term: 'product', of: [2, 11, 2] }])).toEqual(['x₃²·x₁₂']);
    expect(rawInputs(plain)).toBe(7);
  });

  it('may leave out the last raw inputs, whose rows then have the length that the layer says', () => {
    const onlyX = createNetwork({ layers: [{ features: features.slice(0, 1), rawInputs: 2 }, 3, 1], ...options });
    expect(rawInputs(onlyX)).toBe(2);
    expect(onlyX.layers[0]!.neurons).toBe(1);
    const x = raw.inputs.filter((_, k) => k % 2 === 0);
    const byX = createNetwork({ layers: [1, 3, 1], ...options });
    expect(forward(onlyX, raw.inputs).activations[2]).toEqual(forward(byX, x).activations[2]);
    expect(validateDataset(raw, onlyX, 'meanSquaredError').rows).toBe(50);
    const layers = [{ features: features.slice(0, 2), rawInputs: 1 }, 1];
    expect(() => createNetwork({ layers })).toThrow(/rawInputs .*expected .*2/);
    expect(() => createNetwork({ layers: [{ neurons: 2, rawInputs: 2 }, 1] })).toThrow(/only together with features/);
  });

  it('are computed from raw rows', () => {
    expect(expandFeatures(network, raw.inputs, raw.rows)).toEqual(byHand(raw.inputs));
    expect(forward(network, raw.inputs).activations[0]).toEqual(byHand(raw.inputs));
    expect(forward(network, raw.inputs).activations[2]).toEqual(forward(plain, byHand(raw.inputs)).activations[2]);
  });

  it.each([
    ['core', createCoreTrainer],
    ['kernels', createKernelTrainer],
  ] as const)('train in %s with the bits of a data set expanded by hand', (_name, create) => {
    const settings = { cost: 'meanSquaredError', batchSize: 8 } as const;
    const expanded = { ...raw, inputs: byHand(raw.inputs) };
    const one = create(createConfiguration({ network, ...settings }), validateDataset(raw, network), raw);
    const other = create(createConfiguration({ network: plain, ...settings }), expanded, expanded);
    const costs = [new Float32Array(40), new Float32Array(40)] as const;
    one.train(40, costs[0]);
    other.train(40, costs[1]);
    expect(costs[0]).toEqual(costs[1]);
    expect(one.saveState()).toEqual(other.saveState());
    expect(one.evaluate('validation')).toEqual(other.evaluate('validation'));
    const few = raw.inputs.slice(0, 12);
    expect(one.forward(few, 6)).toEqual(other.forward(byHand(few), 6));
  });

  it('propagate gradients back to the raw inputs, as central differences confirm', () => {
    const at = Float32Array.of(0.4, -0.7);
    const sum = (x: number, y: number): number =>
      x + 2 * y + 3 * x * x + 4 * y * y + 5 * x * y + 6 * sin(x) + 7 * sin(y);
    const [dx, dy] = gradientOfRawInputs(network, at, Float32Array.of(1, 2, 3, 4, 5, 6, 7));
    const h = 1e-5;
    const [x, y] = [at[0]!, at[1]!];
    expect(dx).toBeCloseTo((sum(x + h, y) - sum(x - h, y)) / (2 * h), 5);
    expect(dy).toBeCloseTo((sum(x, y + h) - sum(x, y - h)) / (2 * h), 5);
  });

  it('pass the gradient check', () => {
    const targets = raw.targets.slice(0, 5);
    expect(
      gradientCheck(network, { inputs: raw.inputs.slice(0, 10), targets, rows: 5 }, 'meanSquaredError').passed,
    ).toBe(true);
  });

  it('name their mistakes, and rows of another width', () => {
    const make = (given: unknown) => () => createNetwork({ layers: [{ features: given as never }, 1] });
    expect(make([])).toThrow('layers[0].features: expected a list of features');
    expect(make([{ term: 'cos', of: 0 }])).toThrow('layers[0].features[0].term: expected one of');
    expect(make([{ term: 'value', of: -1 }])).toThrow('layers[0].features[0].of: expected an integer');
    expect(make([{ term: 'product', of: 1 }])).toThrow('layers[0].features[0].of: expected a list');
    expect(() => createNetwork({ layers: [{ neurons: 3, features }, 1] })).toThrow('layers[0].neurons: expected 7');
    expect(() => forward(network, new Float32Array(7))).toThrow('rows of 2 numbers');
  });
});
