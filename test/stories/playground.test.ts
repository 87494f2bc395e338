import { expect, test } from 'vitest';
import { guessColumns, headerOf, readOwnPoints } from '../../stories/demos/playground/ownData.js';
import {
  defaultState,
  readState,
  writeState,
  type PlaygroundState,
} from '../../stories/demos/playground/playgroundState.js';
import { pointSets } from '../../stories/demos/playground/pointSets.js';

const everything: PlaygroundState = {
  data: 'own',
  noise: 35,
  training: 70,
  batch: 30,
  draw: 4294967295,
  seed: 0,
  features: ['y', 'xx', 'siny'],
  hidden: [8, 1, 3],
  activation: 'leakyRelu',
  optimizer: 'adam',
  rate: 0.00001,
  penalty: 'l2',
  penaltyRate: 0.003,
  points: 'none',
  discrete: true,
  hide: ['noise', 'cost'],
};

test('a link carries everything that can be set', () => {
  const text = writeState(everything);
  expect(readState(text)).toEqual(everything);
  expect(new URLSearchParams({ net: text }).toString()).toBe(`net=${text}`);
  expect(readState(writeState({ ...everything, hidden: [] })).hidden).toEqual([]);
});

test('what is as by default is left out of the link', () => {
  expect(writeState(defaultState)).toBe('');
  expect(readState('')).toEqual(defaultState);
  expect(writeState({ ...defaultState, rate: 1 })).toBe('rate_1');
});

test('a link that makes no sense counts as the default, field by field', () => {
  const text = 'data_moon*noise_7.5*batch_0*features_z*hidden_4.900*rate_0.02*activation_softmax*noise';
  expect(readState(text)).toEqual(defaultState);
  expect(readState('hidden_1.1.1.1.1.1.1').hidden).toEqual(defaultState.hidden);
  expect(readState('data_spiral*batch_x')).toEqual({ ...defaultState, data: 'spiral' });
});

test('every data set lies within the plane and has what its problem says', () => {
  for (const { name, problem, make } of pointSets) {
    const { inputs, targets, rows } = make({ rows: 90, seed: 3 });
    expect(Math.max(...inputs.map(Math.abs)), name).toBeLessThanOrEqual(6);
    const isWhole = targets.every((target) => target === 0 || target === 1);
    expect(isWhole, name).toBe(problem === 'classes');
    expect(targets.length % rows, name).toBe(0);
  }
});

test('own columns become points in ±5 and one output for two classes', async () => {
  const text = '\uFEFF"long";wide;what\n1;10;b\n3;20;a\n2;30;b\n2;10;a';
  expect(headerOf(text)).toEqual(['long', 'wide', 'what']);
  const guessed = guessColumns('a.csv', text);
  expect(guessed).toMatchObject({ x: 'long', y: 'wide', target: 'what', problem: 'classes' });
  const { dataset, ranges, classNames } = await readOwnPoints(guessed);
  expect(ranges).toEqual([
    [1, 3],
    [10, 30],
  ]);
  expect([...dataset.inputs]).toEqual([-5, -5, 5, 0, 0, 5, 0, -5]);
  expect([...dataset.targets]).toEqual([1, 0, 1, 0]);
  expect(classNames).toEqual(['a', 'b']);
  const numbers = await readOwnPoints({ ...guessed, target: 'wide', problem: 'numbers' });
  expect([...numbers.dataset.targets]).toEqual([-1, 0, 1, -1]);
  await expect(readOwnPoints({ ...guessed, y: 'what' })).rejects.toThrow('expected a number');
});
