import { describe, expect, it } from 'vitest';
import {
  adam,
  backward,
  createConfiguration,
  createNetwork,
  descriptionOf,
  forward,
  gradientCheck,
  momentum,
  NeuroglowError,
  sgd,
  validateDataset,
  type NeuroglowErrorCode,
} from '@neuroglow/engine/core';

/** What a caller without types might pass. */
type Anything = never;
const network = createNetwork({ layers: [2, 3, 2] });
const softmax = createNetwork({ layers: [2, 2], outputActivation: 'softmax' });
const floats = (...values: number[]): Float32Array => Float32Array.from(values);
const net = (options: unknown) => (): unknown => createNetwork(options as Anything);
const data =
  (dataset: unknown, cost: unknown = null) =>
  (): unknown =>
    validateDataset(dataset as Anything, softmax, cost as Anything);
const configure = (options: object) => (): unknown => createConfiguration({ network, ...options });
const good = { inputs: floats(1, 2), targets: floats(0, 1), rows: 1 };

const table: readonly (readonly [name: string, code: NeuroglowErrorCode, attempt: () => unknown])[] = [
  ['no options', 'invalid-network', net(undefined)],
  ['no layers', 'invalid-network', net({ layers: [] })],
  ['layers that are no array', 'invalid-network', net({ layers: '2-2-1' })],
  ['a single layer', 'invalid-network', net({ layers: [3] })],
  ['a layer of no neurons', 'invalid-network', net({ layers: [2, 0, 1] })],
  ['a negative size', 'invalid-network', net({ layers: [2, -1] })],
  ['a fraction of a neuron', 'invalid-network', net({ layers: [2, 1.5] })],
  ['a size that is NaN', 'invalid-network', net({ layers: [NaN, 1] })],
  ['a size in words', 'invalid-network', net({ layers: ['two', 1] })],
  ['null for a layer', 'invalid-network', net({ layers: [2, null, 1] })],
  ['an endless layer', 'invalid-network', net({ layers: [2, Infinity] })],
  ['an absurd size', 'invalid-network', net({ layers: [1e12, 1] })],
  ['too many parameters', 'too-large', net({ layers: [60000, 60000] })],
  ['an unknown activation', 'invalid-network', net({ layers: [2, 1], outputActivation: 'swish' })],
  ['softmax in a hidden layer', 'invalid-network', net({ layers: [2, { neurons: 3, activation: 'softmax' }, 1] })],
  ['a shape that does not multiply', 'invalid-network', net({ layers: [{ neurons: 6, shape: [2, 2] }, 1] })],
  ['a shape of the wrong kind', 'invalid-network', net({ layers: [{ neurons: 6, shape: 6 }, 1] })],
  ['too few labels', 'invalid-network', net({ layers: [2, { neurons: 2, labels: ['one'] }] })],
  ['a slope that is NaN', 'invalid-network', net({ layers: [2, { neurons: 2, slope: NaN }] })],
  ['a name that is a number', 'invalid-network', net({ layers: [2, { neurons: 2, name: 3 }] })],
  ['an unknown initializer', 'invalid-option', net({ layers: [2, 1], initializer: { kind: 'magic' } })],
  ['an initializer by name alone', 'invalid-option', net({ layers: [2, 1], initializer: 'he' })],
  ['a range upside down', 'invalid-option', net({ layers: [2, 1], initializer: { kind: 'uniform', low: 1, high: 0 } })],
  ['too few parameters', 'invalid-parameters', net({ layers: [2, 1], parameters: [1, 2] })],
  ['parameters of strings', 'invalid-parameters', net({ layers: [2, 1], parameters: ['1', '2', '3'] })],
  [
    'parameters of a wrong layer',
    'invalid-parameters',
    net({ layers: [1, 1], parameters: [{ weights: [1, 2], biases: [0] }] }),
  ],
  ['parameters without biases', 'invalid-parameters', net({ layers: [1, 1], parameters: [{ weights: [1] }] })],
  ['NaN among the parameters', 'not-finite', net({ layers: [1, 1], parameters: [1, NaN] })],
  ['a parameter beyond float32', 'not-finite', net({ layers: [1, 1], parameters: [1, 1e39] })],

  ['layers with a hole', 'invalid-network', net({ layers: Object.assign(new Array(3), { 0: 2, 2: 1 }) })],
  ['an endless list of layers', 'invalid-network', net({ layers: new Array(1e9) })],
  ['an activation of the input layer', 'invalid-network', net({ layers: [{ neurons: 2, activation: 'relu' }, 1] })],
  ['an activation that no layer takes', 'invalid-network', net({ layers: [2, 1], activation: 'swish' })],
  ['a mistyped option', 'invalid-network', net({ layers: [2, 1], outputActivaton: 'softmax' })],
  ['a mistyped field of a layer', 'invalid-network', net({ layers: [2, { neuron: 3, neurons: 3 }, 1] })],
  [
    'integers of 64 bits for parameters',
    'invalid-parameters',
    net({ layers: [1, 1], parameters: new BigInt64Array(2) }),
  ],

  ['no data set', 'invalid-dataset', data(undefined)],
  ['no rows', 'invalid-dataset', data({ ...good, rows: 0 })],
  ['rows that are NaN', 'invalid-dataset', data({ ...good, rows: NaN })],
  ['no inputs', 'invalid-dataset', data({ targets: good.targets, rows: 1 })],
  ['inputs of the wrong length', 'invalid-dataset', data({ ...good, inputs: floats(1, 2, 3) })],
  ['targets of the wrong length', 'invalid-dataset', data({ ...good, targets: floats(1) })],
  ['NaN in the data', 'not-finite', data({ ...good, inputs: floats(1, NaN) })],
  ['∞ in the targets', 'not-finite', data({ ...good, targets: floats(Infinity, 0) })],
  ['text in the data', 'not-finite', data({ ...good, inputs: [1, 'x'] })],
  ['integers of 64 bits in the data', 'not-finite', data({ ...good, inputs: [1, 2n] })],
  ['too few class names', 'invalid-dataset', data({ ...good, classNames: ['a'] })],
  [
    'targets that do not sum to 1',
    'invalid-cost',
    data({ ...good, targets: floats(0.4, 0.5) }, 'categoricalCrossEntropy'),
  ],
  ['a negative share', 'invalid-cost', data({ ...good, targets: floats(-1, 2) }, 'categoricalCrossEntropy')],

  ['an unknown cost', 'invalid-cost', configure({ cost: 'hinge' })],
  ['categorical cross-entropy without softmax', 'invalid-cost', configure({ cost: 'categoricalCrossEntropy' })],
  ['binary cross-entropy without sigmoid', 'invalid-cost', configure({ network: softmax, cost: 'binaryCrossEntropy' })],
  ['an unknown optimizer', 'invalid-optimizer', configure({ optimizer: { kind: 'lion', learningRate: 1 } })],
  ['a negative rate', 'invalid-optimizer', () => sgd({ learningRate: -0.1 })],
  ['no rate', 'invalid-optimizer', () => sgd({} as Anything)],
  ['no options for sgd', 'invalid-optimizer', () => sgd(undefined as Anything)],
  ['a momentum of 1', 'invalid-optimizer', () => momentum({ learningRate: 1, momentum: 1 })],
  ['an epsilon of 0', 'invalid-optimizer', () => adam({ epsilon: 0 })],
  ['a mistyped rate', 'invalid-optimizer', () => adam({ learningrate: 0.1 } as Anything)],
  ['a rate for momentum alone', 'invalid-optimizer', () => sgd({ learningRate: 1, momentum: 0.9 } as Anything)],
  ['a mistyped batch size', 'invalid-option', configure({ batchsize: 3 })],
  ['a mistyped penalty', 'invalid-option', configure({ penalty: { L2: 0.1 } })],
  ['a β beyond 1', 'invalid-optimizer', () => adam({ beta2: 1.5 })],
  ['a batch of no rows', 'invalid-option', configure({ batchSize: 0 })],
  ['a batch that is NaN', 'invalid-option', configure({ batchSize: NaN })],
  ['a shuffle that is a word', 'invalid-option', configure({ shuffle: 'yes' })],
  ['a seed below 0', 'invalid-option', configure({ seed: -4 })],
  ['a negative penalty', 'invalid-option', configure({ penalty: { l1: -1 } })],
  ['no network', 'invalid-network', configure({ network: undefined })],
  ['an empty object for a network', 'invalid-network', configure({ network: {} })],
  [
    'a network whose parameters went missing',
    'invalid-parameters',
    configure({ network: { ...network, parameters: floats(1) } }),
  ],
  [
    'a network whose weights broke',
    'not-finite',
    configure({ network: { ...network, parameters: new Float32Array(17).fill(NaN) } }),
  ],

  ['an input of the wrong length', 'invalid-input', () => forward(network, floats(1, 2, 3))],
  ['no input', 'invalid-input', () => forward(network, floats())],
  ['an input that is no array', 'invalid-input', () => forward(network, undefined as Anything)],
  ['NaN for an input', 'not-finite', () => forward(network, floats(1, NaN))],
  ['rows that do not fit', 'invalid-input', () => forward(network, floats(1, 2), 2)],
  ['no network to ask', 'invalid-network', () => forward(undefined as Anything, floats(1, 2))],
  ['no batch', 'invalid-input', () => backward(network, undefined as Anything, 'meanSquaredError')],
  [
    'a batch of another precision',
    'invalid-input',
    () =>
      backward(
        network,
        { inputs: new Float64Array(2), targets: new Float64Array(2), rows: 1 } as Anything,
        'meanSquaredError',
      ),
  ],
  [
    'a batch without targets',
    'invalid-input',
    () => backward(network, { inputs: floats(1, 2), rows: 1 } as Anything, 'meanSquaredError'),
  ],
  [
    'a network without weights',
    'invalid-network',
    () => forward({ layers: descriptionOf(network).layers, parameters: network.parameters } as Anything, floats(1, 2)),
  ],
  [
    'a network that claims to be larger than it is',
    'invalid-network',
    () => forward({ ...network, layers: network.layers.map((layer) => ({ ...layer, neurons: 1e7 })) }, floats(1, 2)),
  ],
  [
    'more rows than a machine can hold',
    'too-large',
    () => forward(createNetwork({ layers: [1, 1000, 1] }), new Float32Array(1_000_000)),
  ],
  ['a check of nothing', 'invalid-input', () => gradientCheck(network, undefined as Anything, 'meanSquaredError')],
  ['a cost that does not fit', 'invalid-cost', () => backward(network, { ...good }, 'categoricalCrossEntropy')],
];

describe('bad input gets a code and a sentence that says how to fix it', () => {
  it.each(table)('%s', (_name, code, attempt) => {
    let error: unknown;
    try {
      attempt();
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(NeuroglowError);
    const { code: got, message } = error as NeuroglowError;
    expect([got, message]).toEqual([code, expect.stringMatching(/^[^:]+: expected .+, got .+; .+\.$/s)]);
  });
});

describe('a copied data set', () => {
  it('names the row and column of a value that is not finite', () => {
    const inputs = floats(1, 2, 3, 4, 5, NaN);
    expect(() => validateDataset({ inputs, targets: new Float32Array(6), rows: 3 }, network)).toThrow(
      'got NaN in row 2, column 1',
    );
  });
  it('does not change with its source', () => {
    const inputs = floats(1, 2);
    const copy = validateDataset({ ...good, inputs }, network);
    inputs[0] = 9;
    expect(copy).toEqual(good);
  });
});
