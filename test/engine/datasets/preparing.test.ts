import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  oneHot,
  splitDataset,
  standardize,
  standardizeWith,
  type Dataset,
} from '../../../packages/engine/src/headless.js';

const coded = (code: string): Error => expect.objectContaining({ code }) as Error;

/** Row r has inputs (r, −r) and the class of r mod 3, where the third class is rare. */
function numbered(rows: number): Dataset {
  const labels = Array.from({ length: rows }, (_, row) => (row % 10 === 9 ? 2 : row % 2));
  return {
    inputs: Float32Array.from({ length: rows * 2 }, (_, k) => (k % 2 === 0 ? 1 : -1) * Math.floor(k / 2)),
    targets: oneHot(labels, 3),
    rows,
    classNames: ['even', 'odd', 'rare'],
  };
}

const idsOf = ({ inputs }: Dataset): number[] => [...inputs].filter((_, k) => k % 2 === 0);

describe('splitDataset', () => {
  it('divides the rows without losing or doubling any, in order, whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 80 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.nat(),
        (rows, validation, seed) => {
          const split = splitDataset(numbered(rows), { validation, seed });
          const kept = idsOf(split.training);
          const heldOut = idsOf(split.validation);
          expect([...kept, ...heldOut].sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, row) => row));
          expect(kept).toEqual([...kept].sort((a, b) => a - b));
          expect(split.validation.rows).toBe(Math.min(rows - 1, Math.max(1, Math.round(rows * validation))));
          for (const part of [split.training, split.validation]) {
            const labels = idsOf(part).map((row) => (row % 10 === 9 ? 2 : row % 2));
            expect([...part.targets]).toEqual([...oneHot(labels, 3)]);
            expect(part.classNames).toEqual(['even', 'odd', 'rare']);
          }
        },
      ),
    );
  });

  it('is decided by its seed', () => {
    const dataset = numbered(50);
    expect(splitDataset(dataset, { seed: 3 })).toEqual(splitDataset(dataset, { seed: 3 }));
    expect(idsOf(splitDataset(dataset, { seed: 3 }).validation)).not.toEqual(
      idsOf(splitDataset(dataset, { seed: 4 }).validation),
    );
  });

  it('can keep the proportions of classes', () => {
    const { validation, training } = splitDataset(numbered(100), { stratify: true, validation: 0.2 });
    const counts = ({ targets }: Dataset): number[] =>
      [0, 1, 2].map((label) => targets.reduce((sum, target, k) => sum + (k % 3 === label ? target : 0), 0));
    expect(counts(validation)).toEqual([10, 8, 2]);
    expect(counts(training)).toEqual([40, 32, 8]);
  });

  it('refuses a single row, and shares that leave nothing', () => {
    expect(() => splitDataset(numbered(1))).toThrow(coded('invalid-dataset'));
    for (const validation of [0, 1, -1, NaN]) {
      expect(() => splitDataset(numbered(9), { validation })).toThrow(coded('invalid-option'));
    }
    expect(() => splitDataset({ ...numbered(4), rows: 3 })).toThrow(coded('invalid-dataset'));
    expect(() => splitDataset(null as unknown as Dataset)).toThrow(coded('invalid-dataset'));
  });
});

describe('standardize', () => {
  it('gives every changing column mean 0 and standard deviation 1', () => {
    const column = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(column, (values) => {
        fc.pre(Math.max(...values) - Math.min(...values) > 1);
        const inputs = Float32Array.from(values);
        const { dataset } = standardize({ inputs, targets: inputs, rows: values.length });
        const mean = dataset.inputs.reduce((sum, value) => sum + value, 0) / values.length;
        expect(Math.abs(mean)).toBeLessThan(1e-3);
        expect(dataset.inputs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length).toBeCloseTo(1, 3);
        expect(dataset.targets).toBe(inputs);
      }),
    );
  });

  it('turns a constant column into 0, for any value', () => {
    const inputs = Float32Array.of(0.1, 1, 0.1, 2, 0.1, 3);
    const { dataset, standardization } = standardize({ inputs, targets: new Float32Array(3), rows: 3 });
    expect([...dataset.inputs].filter((_, k) => k % 2 === 0)).toEqual([0, 0, 0]);
    expect(standardization.spreads[0]).toBe(1);
  });

  it('standardises other rows with the same numbers', () => {
    const training = { inputs: Float32Array.of(0, 10), targets: new Float32Array(2), rows: 2 };
    const { standardization } = standardize(training);
    const other = { inputs: Float32Array.of(5, 20, -5), targets: new Float32Array(3), rows: 3 };
    expect([...standardizeWith(other, standardization).inputs]).toEqual([0, 3, -2]);
  });

  it('refuses data that does not fit', () => {
    const one = { inputs: Float32Array.of(1, 2), targets: Float32Array.of(0), rows: 1 };
    const standardization = { means: Float32Array.of(0), spreads: Float32Array.of(1) };
    expect(() => standardizeWith(one, standardization)).toThrow(coded('invalid-dataset'));
    const flat = { means: new Float32Array(2), spreads: new Float32Array(2) };
    expect(() => standardizeWith(one, flat)).toThrow(coded('invalid-option'));
    expect(() => standardize({ ...one, inputs: Float32Array.of(NaN, 1) })).toThrow(coded('not-finite'));
  });
});

describe('oneHot', () => {
  it('puts a 1 in the column of each class', () => {
    expect([...oneHot([2, 0], 3)]).toEqual([0, 0, 1, 1, 0, 0]);
    expect([...oneHot(Uint8Array.of(1), 2)]).toEqual([0, 1]);
  });

  it('refuses labels that are not classes', () => {
    for (const labels of [[3], [-1], [0.5], [NaN], ['0'], [], null]) {
      expect(() => oneHot(labels as number[], 3)).toThrow(coded('invalid-input'));
    }
    expect(() => oneHot([0], 0)).toThrow(coded('invalid-option'));
    expect(() => oneHot(new Uint8Array(100_000), 65_536)).toThrow(coded('too-large'));
  });
});
