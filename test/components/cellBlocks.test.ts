import { describe, expect, it } from 'vitest';
import { between, drawBlock } from '../../packages/components/src/drawing/raster/blocks.js';
import { createSurface, hatch } from '../../packages/components/src/drawing/raster/surface.js';

const table = { low: -1, high: 1, colors: Uint32Array.from({ length: 255 }, (_, at) => at), bad: [900, 901] as const };

function draw(
  values: number[],
  rows: number,
  columns: number,
  width: number,
  height: number,
  smooth: boolean,
): Uint32Array {
  const surface = createSurface({ width, height });
  const rectangle = { x: 0, y: 0, width, height };
  drawBlock(surface, rectangle, rows, columns, values, 0, table, { scale: 1, gap: 0, smooth });
  return surface.words;
}

const entryOf = (value: number): number => Math.min(254, Math.max(0, Math.floor((value + 1) * 127 + 0.5)));

describe('a block of cells', () => {
  it('blends between cell centres as the isoline does', () => {
    const values = [0.1, -0.4, 0.9, 0.3, 0.7, -0.8];
    const words = draw(values, 2, 3, 9, 8, true);
    for (let y = 0; y < 8; y++) {
      for (let x = 0; x < 9; x++) {
        const expected = between(values, 0, 2, 3, (y + 0.5) / 4 - 0.5, (x + 0.5) / 3 - 0.5, NaN);
        expect(Math.abs(words[y * 9 + x]! - entryOf(expected))).toBeLessThanOrEqual(1);
      }
    }
  });

  it('of one row or one column blends, too', () => {
    expect([...draw([0.5, 0.5], 1, 2, 4, 2, true)]).toEqual(new Array(8).fill(entryOf(0.5)));
    expect([...draw([-0.5], 1, 1, 2, 2, true)]).toEqual(new Array(4).fill(entryOf(-0.5)));
  });

  it('hatches a cell that is not finite, and keeps its neighbours their own values', () => {
    const words = draw([0.5, NaN], 1, 2, 4, 1, true);
    expect(words[0]).toBe(entryOf(0.5));
    expect(words[2]).toBe(hatch(2, 0, 1, table.bad));
  });

  it('shows of cells that share a pixel the value farthest from 0', () => {
    expect([...draw([0.1, -0.9, 0.2, 0.3], 1, 4, 2, 1, false)]).toEqual([entryOf(-0.9), entryOf(0.3)]);
    expect(draw([0.1, NaN, 0.2, 0.3], 1, 4, 2, 1, false)[0]).toBe(hatch(0, 0, 1, table.bad));
  });
});
