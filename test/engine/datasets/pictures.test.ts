import { describe, expect, it } from 'vitest';
import {
  drawGlyph,
  glyphs,
  imagesToSamples,
  labelledImages,
  shapesDataset,
} from '../../../packages/engine/src/headless.js';

const coded = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('shapesDataset', () => {
  const side = 28;
  const { inputs, targets, rows, classNames } = shapesDataset({ rows: 200, seed: 5 });
  const pictures = Array.from({ length: rows }, (_, row) =>
    inputs.subarray(row * side * side, (row + 1) * side * side),
  );

  it('alternates circles and rectangles', () => {
    expect(classNames).toEqual(['circle', 'rectangle']);
    expect([...targets.subarray(0, 4)]).toEqual([1, 0, 0, 1]);
    expect(shapesDataset({ rows: 200, seed: 5 }).inputs).toEqual(inputs);
    expect(shapesDataset({ rows: 200, seed: 6 }).inputs).not.toEqual(inputs);
  });

  it('fills shapes whose area, box and smooth edges fit their kind', () => {
    for (const [row, picture] of pictures.entries()) {
      const area = picture.reduce((sum, grey) => sum + grey, 0);
      const lit = [...picture.keys()].filter((pixel) => picture[pixel]! > 0);
      const width = Math.max(...lit.map((pixel) => pixel % side)) - Math.min(...lit.map((pixel) => pixel % side)) + 1;
      const height = Math.floor(Math.max(...lit) / side) - Math.floor(Math.min(...lit) / side) + 1;
      expect(picture.every((grey) => grey >= 0 && grey <= 1)).toBe(true);
      expect(picture.some((grey) => grey > 0 && grey < 1)).toBe(true);
      if (row % 2 === 0) {
        expect(Math.abs(width - height)).toBeLessThanOrEqual(1);
        // A circle fills π/4 of its box, whose sides are known to a pixel or two.
        expect(area).toBeLessThan((Math.PI / 4) * width * height * 1.05);
      } else {
        expect(area).toBeGreaterThan((width - 2) * (height - 2));
      }
      expect(area).toBeGreaterThan(20);
    }
  });

  it('draws at other sizes, within limits', () => {
    expect(shapesDataset({ rows: 3, side: 9 }).inputs).toHaveLength(243);
    for (const options of [{ side: 7 }, { side: 65 }, { rows: 20_001 }, { seed: 0.5 }]) {
      expect(() => shapesDataset(options)).toThrow(coded('invalid-option'));
    }
  });
});

describe('drawGlyph', () => {
  it.each(glyphs)('draws a %s of ink, paper and smooth edges, clear of the border', (glyph) => {
    const picture = drawGlyph(glyph);
    expect(picture).toHaveLength(784);
    const ink = picture.reduce((sum, grey) => sum + grey, 0);
    expect(ink).toBeGreaterThan(80);
    expect(ink).toBeLessThan(250);
    expect(picture.some((grey) => grey > 0.2 && grey < 0.8)).toBe(true);
    for (let k = 0; k < 28; k++)
      expect(picture[k]! + picture[27 * 28 + k]! + picture[k * 28]! + picture[k * 28 + 27]!).toBe(0);
  });

  it('has holes: one in a six, two in an eight', () => {
    const holes = (glyph: 'six' | 'eight'): number => {
      const side = 56;
      const paper = Array.from(drawGlyph(glyph, side), (grey) => grey < 0.5);
      let regions = 0;
      for (let start = 0; start < paper.length; start++) {
        if (!paper[start]) continue;
        regions++;
        const open = [start];
        paper[start] = false;
        for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
          const column = pixel % side;
          const near = [
            pixel - side,
            pixel + side,
            ...(column > 0 ? [pixel - 1] : []),
            ...(column < side - 1 ? [pixel + 1] : []),
          ];
          for (const next of near) {
            if (!paper[next]) continue;
            paper[next] = false;
            open.push(next);
          }
        }
      }
      return regions - 1;
    };
    expect([holes('six'), holes('eight')]).toEqual([1, 2]);
  });

  it('knows its glyphs and sizes', () => {
    expect(() => drawGlyph('nine' as 'six')).toThrow(coded('invalid-option'));
    expect(() => drawGlyph('six', 1e6)).toThrow(coded('invalid-option'));
  });
});

describe('imagesToSamples', () => {
  const size = { width: 3, height: 2 };

  it('gives each pixel its place and its grey', () => {
    const { inputs, targets, rows } = imagesToSamples([[0, 0.1, 0.2, 0.3, 0.4, 1]], size);
    expect(rows).toBe(6);
    expect([...inputs]).toEqual([0, 0, 0.5, 0, 1, 0, 0, 1, 0.5, 1, 1, 1]);
    expect([...targets]).toEqual([0, 0.1, 0.2, 0.3, 0.4, 1].map(Math.fround));
  });

  it('distinguishes several pictures by a third input', () => {
    const picture = new Float32Array(6);
    const { inputs, rows } = imagesToSamples([picture, picture, picture], size);
    expect(rows).toBe(18);
    expect([...inputs].filter((_, k) => k % 18 === 2)).toEqual([0, 0.5, 1]);
  });

  it('refuses values that are not pictures', () => {
    expect(() => imagesToSamples([], size)).toThrow(coded('invalid-input'));
    expect(() => imagesToSamples([[1, 2]], size)).toThrow(coded('invalid-input'));
    expect(() => imagesToSamples([[1, 2, 3, 4, 5, NaN]], size)).toThrow(coded('not-finite'));
    expect(() => imagesToSamples([[]], { width: 0, height: 1 })).toThrow(coded('invalid-option'));
    expect(() => imagesToSamples([[], []], { width: 4000, height: 1000 })).toThrow(coded('too-large'));
    expect(() => imagesToSamples(null as unknown as [], size)).toThrow(coded('invalid-input'));
  });
});

describe('labelledImages', () => {
  it('makes no class names for invalid labels', () => {
    const images = { shape: [1, 1], values: [0] };
    for (const label of [2 ** 31 - 1, -1, 0.5, NaN]) {
      expect(() => labelledImages(images, { shape: [1], values: [label] })).toThrow(coded('invalid-input'));
    }
    const classNames = 'ab' as unknown as string[];
    expect(() => labelledImages(images, { shape: [1], values: [0] }, { classNames })).toThrow(coded('invalid-option'));
  });

  const images = { shape: [3, 1, 2], values: Uint8Array.of(0, 255, 51, 0, 255, 255) };

  it('scales pixels and makes labels one-hot', () => {
    const { inputs, targets, rows, classNames } = labelledImages(images, {
      shape: [3],
      values: Uint8Array.of(2, 0, 2),
    });
    expect(rows).toBe(3);
    expect([...inputs]).toEqual([0, 1, Math.fround(0.2), 0, 1, 1]);
    expect([...targets]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 1]);
    expect(classNames).toEqual(['0', '1', '2']);
  });

  it('refuses arrays that do not fit together', () => {
    const labels = { shape: [2], values: Uint8Array.of(0, 1) };
    expect(() => labelledImages(images, labels)).toThrow(coded('invalid-dataset'));
    expect(() => labelledImages(labels, images)).toThrow(coded('invalid-dataset'));
    expect(() => labelledImages(null as unknown as typeof images, labels)).toThrow(coded('invalid-dataset'));
    const three = { shape: [3], values: Uint8Array.of(0, 1, 5) };
    expect(() => labelledImages(images, three, { classNames: ['a', 'b'] })).toThrow(coded('invalid-input'));
    expect(() => labelledImages(images, three, { white: 0 })).toThrow(coded('invalid-option'));
  });
});
