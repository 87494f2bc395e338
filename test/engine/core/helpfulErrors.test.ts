import { describe, expect, it } from 'vitest';
import {
  adam,
  createNetwork,
  createRun,
  createConfiguration,
  createTraining,
  oneHot,
  splitDataset,
  validateDataset,
} from '@neuroglow/engine/core';

const network = createNetwork({ layers: [2, 4, 3] });
const inputs = [0, 0, 0, 1, 1, 0, 1, 1];
const dataset = { inputs, targets: oneHot([0, 1, 2, 0], 3) };
const train = (options: object): void => createTraining({ network, dataset, ...options }).dispose();

describe('a common mistake is named, with its fix', () => {
  const mistakes: readonly (readonly [name: string, attempt: () => unknown, sentence: RegExp])[] = [
    [
      'an optimizer by its name',
      () => train({ optimizer: 'adam' }),
      /^optimizer: expected .*got "adam"; pass adam\(\)\.$/,
    ],
    ['an optimizer that is not called', () => train({ optimizer: adam }), /got a function; pass adam\(\)\.$/],
    ['no known optimizer', () => train({ optimizer: 'lbfgs' }), /got "lbfgs"; pass sgd\(.*adam\(\)\.$/],
    [
      'class numbers as targets',
      () => train({ dataset: { inputs, targets: [0, 1, 2, 0] } }),
      /^dataset\.targets: expected 4 rows × 3 = 12 numbers, got 4, one per row; .*oneHot\(targets, 3\)/,
    ],
    [
      'rows as arrays of their own',
      () =>
        train({
          dataset: {
            ...dataset,
            inputs: [
              [0, 0],
              [0, 1],
              [1, 0],
              [1, 1],
            ],
          },
        }),
      /^dataset\.inputs: expected one flat array of numbers.*got 4 arrays; .*\.flat\(\)/,
    ],
    [
      'rows as typed arrays of their own',
      () => train({ validation: { ...dataset, targets: [new Float32Array(3)] } }),
      /^validation\.targets: expected one flat array/,
    ],
    [
      'the options of a network',
      () => train({ network: { layers: [2, 4, 3] } }),
      /^network: expected a network.*createNetwork\(/,
    ],
    [
      'the options of a network, of a data set',
      () => validateDataset(dataset, { layers: [2, 4, 3] } as never),
      /createNetwork\(\{ layers: \[2, 4, 3\] \}\)/,
    ],
    [
      'classes as digits in text',
      () => oneHot(['0', '1'] as never, 2),
      /^labels\[0\]: expected a class number, got "0"; .*labels\.map\(Number\)/,
    ],
    ['classes as names', () => oneHot([0, 'cat'] as never, 2), /^labels\[1\]: .*got "cat"; .*indexOf/],
    [
      'half a row',
      () => train({ dataset: { inputs: [1, 2, 3], targets: [1, 0, 0] } }),
      /^dataset\.inputs: expected whole rows of 2 numbers, got 3/,
    ],
    [
      'plain arrays where typed ones are needed',
      () => splitDataset({ ...dataset, rows: 4 } as never, { validation: 0.5 }),
      /Float32Array\.from/,
    ],
  ];
  it.each(mistakes)('%s', (_name, attempt, sentence) => {
    expect(attempt).toThrow(
      expect.objectContaining({ name: 'NeuroglowError', message: expect.stringMatching(sentence) as string }) as Error,
    );
  });
});

describe('a data set', () => {
  it('may be plain arrays, with the number of rows derived from its inputs', () => {
    expect(validateDataset(dataset, network)).toEqual({
      inputs: Float32Array.from(inputs),
      targets: dataset.targets,
      rows: 4,
    });
    train({});
    const run = createRun({ configuration: createConfiguration({ network }), training: dataset, validation: dataset });
    expect(run.advance(3)).toBe(3);
  });

  it('with as many targets as rows fits a network with one output', () => {
    const one = createNetwork({ layers: [2, 1] });
    expect(validateDataset({ inputs, targets: [0, 1, 1, 0] }, one).rows).toBe(4);
  });
});
