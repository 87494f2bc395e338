import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aspectOfPictures,
  cellOf,
  layoutLayers,
  layoutPictures,
  memberAt,
  placeOf,
  placeAt,
  placeByKey,
  rowsOf,
  type HeatmapLayout,
} from '../../packages/components/src/ActivationHeatmap/geometry.js';
import { drawCellSigns } from '../../packages/components/src/drawing/raster/cellSigns.js';
import type { Surface } from '../../packages/components/src/drawing/raster/surface.js';

const strip = (neurons: number, labels = false) => ({ neurons, shape: null, labels });

/** Cells covered by blocks, each value once. */
function valuesOf({ blocks }: HeatmapLayout): number[] {
  return blocks.flatMap(({ offset, rows, columns }) => Array.from({ length: rows * columns }, (_, i) => offset + i));
}

describe('a heat map of layers', () => {
  it('puts images at the left and strips beside them where there is width, else all below each other', () => {
    const layers = [{ neurons: 64, shape: [8, 8] as const, labels: false }, strip(16), strip(10, true)];
    const [image, hidden, output] = layoutLayers(layers, 900, 400).groups;
    expect(image!.x).toBe(0);
    expect(hidden!.x).toBeGreaterThan(image!.columns * image!.pitchX);
    expect(output!.x).toBe(hidden!.x);
    for (const group of layoutLayers(layers, 300, 500).groups) expect(group.x).toBe(0);
  });

  it('gives layers in one row cells of one width', () => {
    const { groups } = layoutLayers([strip(2), strip(16), strip(10)], 600, 400);
    expect(new Set(groups.map(({ cellWidth }) => cellWidth)).size).toBe(1);
  });

  it('wraps a layer that is too wide', () => {
    const [group] = layoutLayers([strip(784)], 600, 200).groups;
    expect(rowsOf(group!)).toBeGreaterThan(1);
    expect(group!.cellWidth).toBeGreaterThan(5);
  });

  it('shows every value once, within its box, whatever the sizes', () => {
    const layer = fc.record({ neurons: fc.integer({ min: 1, max: 300 }), labels: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(layer, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 160, max: 2000 }),
        fc.integer({ min: 300, max: 1200 }),
        (layers, width, height) => {
          const layout = layoutLayers(
            layers.map((of) => ({ ...of, shape: null })),
            width,
            height,
          );
          const total = layers.reduce((sum, { neurons }) => sum + neurons, 0);
          expect(valuesOf(layout)).toEqual(Array.from({ length: total }, (_, i) => i));
          for (const block of layout.blocks) {
            expect(block.x + block.width).toBeLessThanOrEqual(width + 1e-6);
            expect(block.y + block.height).toBeLessThanOrEqual(height + 1e-6);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a heat map of pictures', () => {
  it('makes them as large as the box allows, and numbers them where there is room', () => {
    const layout = layoutPictures({ layer: 1, neurons: 16, rows: 8, columns: 8, values: 64 }, 480, 460);
    expect(layout.groups[0]!.columns).toBe(4);
    expect(layout.caption).toBeGreaterThan(0);
    expect(layoutPictures({ layer: 1, neurons: 400, rows: 8, columns: 8, values: 64 }, 480, 460).caption).toBe(0);
  });

  it('lets a picture alone fill the box', () => {
    const [alone] = layoutPictures({ layer: 1, neurons: 1, rows: 64, columns: 64, values: 4096 }, 480, 460).groups;
    const [one] = layoutPictures({ layer: 1, neurons: 2, rows: 64, columns: 64, values: 4096 }, 980, 460).groups;
    expect(alone!.cellHeight).toBe(440);
    expect(one!.cellHeight).toBe(208);
  });

  it('shows every value once, also where the last row of a picture is not full', () => {
    const layout = layoutPictures({ layer: 1, neurons: 3, rows: 4, columns: 6, values: 20 }, 480, 300);
    expect(valuesOf(layout)).toEqual(Array.from({ length: 60 }, (_, i) => i));
  });
});

describe('a box that is not told how high it is to be', () => {
  it('is as high as its pictures need, at a width of a phone and of a panel', () => {
    for (const neurons of [1, 2, 4, 6, 10, 16, 30]) {
      const pictures = { layer: 1, neurons, rows: 8, columns: 8, values: 64 };
      for (const width of [300, 460]) {
        const height = width / aspectOfPictures(pictures) - 56;
        const [group] = layoutPictures(pictures, width, height).groups;
        const used = rowsOf(group!) * group!.pitchY;
        expect(used).toBeLessThanOrEqual(height + group!.pitchY - group!.cellHeight);
        expect(used / height).toBeGreaterThan(0.7);
        if (neurons > 1) expect((group!.columns * group!.pitchX) / width).toBeGreaterThan(0.7);
      }
    }
  });
});

describe('the minus of pictures', () => {
  const pictures = { layer: 1, neurons: 2, rows: 8, columns: 8, values: 64 };
  const { blocks, groups } = layoutPictures(pictures, 460, 300);
  const [group] = groups;
  const table = { low: -1, high: 1, colors: new Uint32Array(3), bad: [0, 0] as const };

  /** Middles of the signs that are drawn. */
  function signs(values: Float32Array, of = blocks): { x: number; y: number }[] {
    const drawn: { x: number; y: number }[] = [];
    const surface = {
      rectangle: (x: number, y: number, width: number, height: number) =>
        drawn.push({ x: x + width / 2, y: y + height / 2 }),
    } as unknown as Surface;
    const look = { word: 0, least: 0.1 };
    drawCellSigns(
      { kind: 'cells', width: 460, height: 300, scale: 1, blocks: of, values, tables: [table] },
      look,
      surface,
    );
    return drawn;
  }

  it('stands in the middle of every cell that is clearly negative, and nowhere else', () => {
    const values = new Float32Array(128).fill(0.8);
    values[0] = -1;
    values[64 + 9] = -0.5;
    values[64 + 10] = -0.01;
    values[64 + 11] = NaN;
    const drawn = signs(values);
    expect(drawn.length).toBe(2);
    const cell = group!.cellWidth / 8;
    for (const [index, { neuron, row, column }] of [
      { neuron: 0, row: 0, column: 0 },
      { neuron: 1, row: 1, column: 1 },
    ].entries()) {
      const box = cellOf(group!, neuron);
      expect(Math.abs(drawn[index]!.x - (box.x + (column + 0.5) * cell))).toBeLessThanOrEqual(1);
      expect(Math.abs(drawn[index]!.y - (box.y + (row + 0.5) * cell))).toBeLessThanOrEqual(1);
    }
  });

  it('stands once for several cells where they are too small for it', () => {
    const small = layoutPictures({ layer: 1, neurons: 16, rows: 28, columns: 28, values: 784 }, 460, 600);
    const drawn = signs(new Float32Array(16 * 784).fill(-1), small.blocks);
    expect(drawn.length).toBeGreaterThan(16 * 50);
    expect(drawn.length).toBeLessThan(16 * 200);
  });
});

describe('a cell', () => {
  const [group] = layoutPictures({ layer: 1, neurons: 10, rows: 1, columns: 1, values: 1 }, 400, 300).groups;

  it('is found under its own middle, and nothing is found between cells', () => {
    for (let neuron = 0; neuron < 10; neuron++) {
      const { x, y, width, height } = cellOf(group!, neuron);
      expect(placeAt(group!, x + width / 2, y + height / 2)).toBe(neuron);
      expect(placeAt(group!, -1, y)).toBeNull();
    }
    const last = cellOf(group!, 9);
    expect(placeAt(group!, last.x + group!.pitchX, last.y + 1)).toBeNull();
  });

  it('is walked from by keys as in a grid, which stop at the ends', () => {
    const row = { ...group!, columns: 4 };
    const to = (from: number, key: string, ctrlKey = false): number | null => placeByKey(row, from, { key, ctrlKey });
    expect(to(0, 'ArrowRight')).toBe(1);
    expect(to(0, 'ArrowLeft')).toBe(0);
    expect(to(1, 'ArrowDown')).toBe(5);
    expect(to(8, 'ArrowDown')).toBe(8);
    expect(to(5, 'Home')).toBe(4);
    expect(to(5, 'End')).toBe(7);
    expect(to(9, 'End')).toBe(9);
    expect(to(5, 'Home', true)).toBe(0);
    expect(to(3, 'End', true)).toBe(9);
    expect(to(1, 'PageDown')).toBe(9);
    expect(to(9, 'PageUp')).toBe(1);
    expect(to(3, 'a')).toBeNull();
  });
});

describe('thousands of pictures', () => {
  const pictures = { layer: 1, neurons: 3000, rows: 8, columns: 8, values: 64 };

  it('come in pages, each of which shows its own values', () => {
    const first = layoutPictures(pictures, 400, 300);
    const last = layoutPictures(pictures, 400, 300, first.pages! - 1);
    expect(first.pages).toBeGreaterThan(5);
    expect(memberAt(first.groups[0]!, 0)).toBe(0);
    expect(placeOf(last.groups[0]!, 2999)).toBe(last.groups[0]!.neurons - 1);
    expect(placeOf(last.groups[0]!, 0)).toBeNull();
    expect(last.blocks.at(-1)!.offset).toBe(2999 * 64);
    const shown = Array.from(
      { length: first.pages! },
      (_, page) => layoutPictures(pictures, 400, 300, page).groups[0]!.neurons,
    );
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(3000);
  });

  it('come in the order of the neurons asked for', () => {
    const layout = layoutPictures({ ...pictures, members: [7, 3] }, 400, 300);
    expect(layout.groups[0]!.neurons).toBe(2);
    expect(layout.blocks.map(({ offset }) => offset)).toEqual([7 * 64, 3 * 64]);
    expect(placeOf(layout.groups[0]!, 3)).toBe(1);
  });
});
