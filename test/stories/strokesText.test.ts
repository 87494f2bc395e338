import { expect, test } from 'vitest';
import type { Stroke } from '../../stories/demos/strokes.js';
import { strokesToText, textToStrokes } from '../../stories/demos/strokesText.js';

const drawing: Stroke[] = [
  [
    [0, 0],
    [0.5, 0.25],
    [1, 1],
  ],
  [[0.3, 0.7]],
];

test('a drawing survives the way through an address, to half a 63rd of the pad', () => {
  const back = textToStrokes(strokesToText(drawing));
  expect(back.map((stroke) => stroke.length)).toEqual([3, 1]);
  back.flat().forEach(([x, y], index) => {
    const [drawnX, drawnY] = drawing.flat()[index]!;
    expect(Math.abs(x - drawnX)).toBeLessThanOrEqual(0.5 / 63 + 1e-9);
    expect(Math.abs(y - drawnY)).toBeLessThanOrEqual(0.5 / 63 + 1e-9);
  });
});

test('its text needs no escapes, and points in the same place are written once', () => {
  expect(strokesToText(drawing)).toMatch(/^[\w.-]+$/);
  expect(
    strokesToText([
      [
        [0.5, 0.5],
        [0.501, 0.5],
        [0.9, 0.5],
      ],
    ]),
  ).toHaveLength(4);
});

test('text that is no drawing gives none', () => {
  for (const text of ['', 'A', 'AA..AA', '<script>', 'AA.B']) expect(textToStrokes(text)).toEqual([]);
});
