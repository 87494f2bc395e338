import { adderDataset } from '@neuroglow/engine/core';
import { expect, test } from 'vitest';
import { bits, numbers, read, verdictOf } from '../../stories/demos/adderAnswers.js';

const { targets } = adderDataset({ bits });
const rows = numbers * numbers;

test('the targets of the data set are right answers to every sum', () => {
  const overflowing = Array.from({ length: rows }, (_, row) => {
    const verdict = verdictOf(Math.floor(row / numbers), row % numbers, targets, row * (bits + 1));
    expect(verdict.wrongBits).toBe(0);
    return verdict.overflows;
  }).filter(Boolean);
  expect(overflowing).toHaveLength(496);
});

test('a bit on the wrong side of a half is counted', () => {
  const outputs = Float32Array.of(0.4, 0.9, 0.9, 0.1, 0.9, 0.2);
  expect(read(outputs)).toBe('22');
  expect(verdictOf(13, 9, outputs)).toEqual({ overflows: false, wrongBits: 0 });
  expect(verdictOf(13, 10, outputs)).toEqual({ overflows: false, wrongBits: 1 });
  expect(verdictOf(31, 31, outputs)).toEqual({ overflows: true, wrongBits: 3 });
});

test('the sixth bit says that there is no sum', () => {
  expect(read(Float32Array.of(1, 1, 1, 1, 1, 0.5))).toBe('overflow');
});
