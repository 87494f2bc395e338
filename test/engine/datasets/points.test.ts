import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  circleDataset,
  gaussianDataset,
  planeDataset,
  spiralDataset,
  twoGaussiansDataset,
  xorDataset,
  type Dataset,
} from '../../../packages/engine/src/headless.js';

interface Row {
  readonly x: number;
  readonly y: number;
  readonly target: number;
}

const rowsOf = ({ inputs, targets, rows }: Dataset): Row[] =>
  Array.from({ length: rows }, (_, row) => ({ x: inputs[row * 2]!, y: inputs[row * 2 + 1]!, target: targets[row]! }));
const radius = ({ x, y }: Row): number => Math.hypot(x, y);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** FNV-1a over the bytes: one number that any changed bit changes. */
function fingerprint({ inputs, targets }: Dataset): number {
  let hash = 0x811c9dc5;
  for (const values of [inputs, targets]) {
    for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

const generators = {
  circleDataset,
  xorDataset,
  twoGaussiansDataset,
  spiralDataset,
  planeDataset,
  gaussianDataset,
};

describe.each(Object.entries(generators))('%s', (_name, generate) => {
  it('gives the same points for the same options, others for another seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (rows, noise, seed) => {
          const once = generate({ rows, noise, seed });
          expect(once.inputs).toHaveLength(rows * 2);
          expect(once.targets).toHaveLength(rows);
          expect(once.inputs.every(Number.isFinite)).toBe(true);
          expect(generate({ rows, noise, seed })).toEqual(once);
        },
      ),
    );
    const noise = 0.1;
    expect(generate({ noise, seed: 1 }).inputs).not.toEqual(generate({ noise, seed: 2 }).inputs);
  });

  it.each([
    [{ rows: 0 }],
    [{ rows: 1.5 }],
    [{ rows: 1e9 }],
    [{ noise: -0.1 }],
    [{ noise: NaN }],
    [{ seed: -1 }],
    [null],
  ])('refuses %j with a sentence', (options) => {
    expect(() => generate(options as object)).toThrow(expect.objectContaining({ code: 'invalid-option' }) as Error);
  });
});

describe('the bits', () => {
  it('are the same on every machine', () => {
    const prints = Object.values(generators).map((generate) =>
      fingerprint(generate({ rows: 100, noise: 0.2, seed: 7 })),
    );
    expect(prints).toEqual([3878085055, 4158454516, 2216684262, 2770401923, 699642204, 1717726030]);
  });
});

describe('classes', () => {
  it('circle: a disc inside a ring, with nothing between', () => {
    for (const row of rowsOf(circleDataset({ rows: 1000 }))) {
      expect(radius(row)).toBeLessThan(5);
      expect(radius(row) < 2.5 || radius(row) >= 3.4999).toBe(true);
      expect(row.target).toBe(radius(row) < 2.5 ? 1 : 0);
    }
  });

  it('circle: noise gives wrong classes near the border only', () => {
    const wrong = rowsOf(circleDataset({ rows: 4000, noise: 0.2 })).filter(
      (row) => row.target !== (radius(row) < 2.5 ? 1 : 0),
    );
    expect(wrong.length).toBeGreaterThan(50);
    expect(wrong.every((row) => Math.abs(radius(row) - 2.5) <= Math.SQRT2 + 1e-6)).toBe(true);
  });

  it('xor: yes where the signs agree, and a gap along the axes', () => {
    for (const { x, y, target } of rowsOf(xorDataset({ rows: 1000 }))) {
      expect(target).toBe(x * y >= 0 ? 1 : 0);
      expect(Math.min(Math.abs(x), Math.abs(y))).toBeGreaterThanOrEqual(Math.fround(0.3));
    }
  });

  it('two gaussians: means and variances as stated', () => {
    for (const [noise, variance] of [
      [0, 0.5],
      [0.5, 4],
    ] as const) {
      const yes = rowsOf(twoGaussiansDataset({ rows: 20_000, noise })).filter(({ target }) => target === 1);
      expect(yes).toHaveLength(10_000);
      for (const values of [yes.map(({ x }) => x), yes.map(({ y }) => y)]) {
        expect(Math.abs(mean(values) - 2)).toBeLessThan(0.06);
        expect(mean(values.map((value) => (value - 2) ** 2)) / variance).toBeCloseTo(1, 1);
      }
    }
  });

  it('spiral: each arm is the other turned by half a circle', () => {
    const rows = rowsOf(spiralDataset({ rows: 400 }));
    for (let k = 0; k < rows.length; k += 2) {
      expect(rows[k]!.x).toBeCloseTo(-rows[k + 1]!.x, 5);
      expect(rows[k]!.y).toBeCloseTo(-rows[k + 1]!.y, 5);
      expect(radius(rows[k]!)).toBeCloseTo((5 * k) / 400, 4);
    }
  });

  it('have the targets given in the options', () => {
    expect(new Set(spiralDataset({ rows: 10, targets: [-1, 1] }).targets)).toEqual(new Set([-1, 1]));
    for (const targets of [[0], [1, 1], [0, NaN], 'yes']) {
      expect(() => circleDataset({ targets: targets as unknown as [number, number] })).toThrow(
        expect.objectContaining({ code: 'invalid-option' }) as Error,
      );
    }
  });
});

describe('regression', () => {
  it('plane: a tenth of the sum', () => {
    for (const { x, y, target } of rowsOf(planeDataset({ rows: 200 }))) expect(target).toBeCloseTo((x + y) / 10, 5);
  });

  it('gaussian: hills and hollows where stated, flat elsewhere', () => {
    const rows = rowsOf(gaussianDataset({ rows: 20_000 }));
    const near = (x: number, y: number): number =>
      mean(rows.filter((row) => Math.hypot(row.x - x, row.y - y) < 0.3).map(({ target }) => target));
    expect(near(-4, 2.5)).toBeGreaterThan(0.8);
    expect(near(0, 2.5)).toBeLessThan(-0.8);
    expect(near(4, -2.5)).toBeLessThan(-0.8);
    expect(near(0, -2.5)).toBeGreaterThan(0.8);
    expect(rows.filter(({ y }) => Math.abs(y) > 4.5).every(({ target }) => target === 0)).toBe(true);
  });
});
