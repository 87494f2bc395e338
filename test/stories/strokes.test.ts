import { expect, test } from 'vitest';
import { strokesToPixels, type Stroke } from '../../stories/demos/strokes.js';

const total = (pixels: readonly number[]): number => pixels.reduce((sum, value) => sum + value, 0);

test('a dot covers the area of its disc, wherever it lies between the pixels', () => {
  for (const at of [0.5, 0.53, 0.611]) {
    const pixels = strokesToPixels([[[at, 0.5]]], { rows: 20, columns: 20, brush: 0.3 });
    expect(total(pixels)).toBeCloseTo(Math.PI * 9, 0);
    expect(Math.max(...pixels)).toBeLessThanOrEqual(1 + 1e-9);
  }
});

test('a line has smooth edges: some pixels are neither black nor white', () => {
  const pixels = strokesToPixels(
    [
      [
        [0.2, 0.13],
        [0.8, 0.71],
      ],
    ],
    { rows: 28, columns: 28, brush: 0.09 },
  );
  expect(pixels.some((value) => value > 0.1 && value < 0.9)).toBe(true);
  expect(Math.max(...pixels)).toBeCloseTo(1, 9);
});

test('a fitted drawing gives nearly the same pixels wherever and however large it was drawn', () => {
  const seven: Stroke = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.4, 0.8],
  ];
  const small = seven.map(([x, y]) => [0.05 + x * 0.5, 0.4 + y * 0.5] as const);
  const options = { rows: 28, columns: 28, brush: 0.08, fit: 20 / 28 };
  const one = strokesToPixels([seven], options);
  const other = strokesToPixels([small], options);
  const difference = total(one.map((value, index) => Math.abs(value - other[index]!)));
  expect(difference).toBeLessThan(0.12 * total(one));
});

test('a fitted drawing has its mass in the middle and 20 of 28 pixels of height', () => {
  const six: Stroke = [
    [0.1, 0.0],
    [0.05, 0.3],
    [0.1, 0.4],
    [0.2, 0.3],
    [0.08, 0.25],
  ];
  const pixels = strokesToPixels([six], { rows: 28, columns: 28, brush: 0.07, fit: 20 / 28 });
  const rows = Array.from({ length: 28 }, (_, row) => total(pixels.slice(row * 28, row * 28 + 28)));
  const mass = total(pixels);
  const y = rows.reduce((sum, value, row) => sum + value * (row + 0.5), 0) / mass;
  const x = pixels.reduce((sum, value, index) => sum + value * ((index % 28) + 0.5), 0) / mass;
  expect(x).toBeCloseTo(14, 0);
  expect(y).toBeCloseTo(14, 0);
  const inked = rows.filter((value) => value > 0.05).length;
  expect(inked).toBeGreaterThanOrEqual(20);
  expect(inked).toBeLessThanOrEqual(21);
});

test('a drawing that fills its box is never moved over the edge', () => {
  const lopsided: Stroke = [
    [0.5, 0.1],
    [0.5, 0.9],
    [0.3, 0.9],
    [0.7, 0.9],
    [0.3, 0.88],
    [0.7, 0.88],
  ];
  const pixels = strokesToPixels([lopsided], { rows: 8, columns: 8, brush: 0.15, fit: 1 });
  const inside = strokesToPixels([lopsided], { rows: 8, columns: 8, brush: 0.15, fit: 1, fill: false });
  expect(total(pixels.slice(0, 8))).toBeGreaterThan(0.5);
  expect(total(pixels.slice(56))).toBeGreaterThan(1);
  expect(pixels).toEqual(inside);
});

test('with fill, an outline becomes a shape, also where its ends do not quite meet', () => {
  const corners: Stroke = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.8, 0.8],
    [0.2, 0.8],
    [0.2, 0.35],
  ];
  const options = { rows: 28, columns: 28, brush: 0.08 };
  const middle = 14 * 28 + 14;
  expect(strokesToPixels([corners], { ...options, fill: true })[middle]).toBeCloseTo(1, 9);
  expect(strokesToPixels([corners], options)[middle]).toBe(0);
});

test('with fill, four strokes that form a frame are filled too', () => {
  const lines: Stroke[] = [
    [
      [0.2, 0.2],
      [0.8, 0.2],
    ],
    [
      [0.8, 0.2],
      [0.8, 0.8],
    ],
    [
      [0.8, 0.8],
      [0.2, 0.8],
    ],
    [
      [0.2, 0.8],
      [0.2, 0.2],
    ],
  ];
  const pixels = strokesToPixels(lines, { rows: 28, columns: 28, brush: 0.08, fill: true });
  expect(pixels[14 * 28 + 14]).toBeCloseTo(1, 9);
  expect(pixels[2 * 28 + 2]).toBe(0);
});

test('nothing drawn is an empty picture', () => {
  expect(strokesToPixels([], { rows: 4, columns: 3, brush: 0.1, fit: 0.8, fill: true })).toEqual(new Array(12).fill(0));
});
