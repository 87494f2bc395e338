import { describe, expect, it } from 'vitest';
import { loadDigits } from '../../stories/data/digits.js';
import { loadFashion } from '../../stories/data/fashion.js';
import type { LabelledImages, SplitImages } from '../../stories/data/labelledImages.js';

const sets: [string, () => Promise<SplitImages>, { training: number; validation: number }][] = [
  ['digits', () => loadDigits({ seed: 7 }), { training: 1438, validation: 359 }],
  ['fashion', loadFashion, { training: 2600, validation: 600 }],
];

describe.each(sets)('%s', (_, load, rows) => {
  it('has the rows its documentation promises, in the shape of its pictures', async () => {
    const { training, validation, imageShape } = await load();
    expect({ training: training.rows, validation: validation.rows }).toEqual(rows);
    expect(training.inputs).toHaveLength(training.rows * imageShape[0] * imageShape[1]);
    expect(validation.inputs).toHaveLength(validation.rows * imageShape[0] * imageShape[1]);
  });

  it('scales pixels to [0, 1] and uses the whole of it', async () => {
    const { training } = await load();
    expect(training.inputs.reduce((low, x) => Math.min(low, x), Infinity)).toBe(0);
    expect(training.inputs.reduce((high, x) => Math.max(high, x), -Infinity)).toBe(1);
  });

  it('sets exactly the target of the label', async () => {
    const { validation } = await load();
    const width = validation.classNames.length;
    const expected = new Float32Array(validation.rows * width);
    validation.labels.forEach((label, row) => (expected[row * width + label] = 1));
    expect(validation.targets).toEqual(expected);
  });

  it('shows every class in both parts', async () => {
    const { training, validation } = await load();
    expect(new Set(training.labels).size).toBe(10);
    expect(new Set(validation.labels).size).toBe(10);
  });
});

describe('the hold-out of the digits', () => {
  const fingerprints = ({ inputs, rows }: LabelledImages): string[] =>
    Array.from({ length: rows }, (_, row) => inputs.subarray(row * 64, (row + 1) * 64).join());

  it('is the same for the same seed, and another for another', async () => {
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => loadDigits({ seed })));
    expect(fingerprints(again!.validation)).toEqual(fingerprints(one!.validation));
    expect(fingerprints(other!.validation)).not.toEqual(fingerprints(one!.validation));
  });

  it('shares no row with the training part, and loses none', async () => {
    const { training, validation } = await loadDigits({ seed: 3 });
    const both = [...fingerprints(training), ...fingerprints(validation)];
    expect(both).toHaveLength(1797);
    expect(new Set(both).size).toBe(1797);
  });
});
