import { describe, expect, it } from 'vitest';
import { PointStamps } from '../../packages/components/src/drawing/raster/points.js';
import { createSurface } from '../../packages/components/src/drawing/raster/surface.js';
import { pointShapes } from '../../packages/components/src/drawing/scenes/cells.js';

const ink = 0xff112233;

/** The share of each pixel that is covered, as text. */
function drawn(shape: number, x = 10.5, y = 10.5): Uint32Array {
  const surface = createSurface({ width: 21, height: 21 });
  new PointStamps(5, 1).drawBody(surface, x, y, shape, ink);
  return surface.words.map((word) => word >>> 24);
}

describe('stamps of points', () => {
  it('cover about the area of a disc, most at its middle', () => {
    const alpha = drawn(0);
    expect(alpha[10 * 21 + 10]).toBe(255);
    const area = alpha.reduce((sum, value) => sum + value / 255, 0);
    expect(Math.abs(area - Math.PI * 25)).toBeLessThan(5);
  });

  it('differ by shape', () => {
    const shapes = pointShapes.map((_, shape) => [...drawn(shape)].join());
    expect(new Set(shapes).size).toBe(pointShapes.length);
  });

  it('move by parts of a pixel, and are cut off at the edge', () => {
    expect([...drawn(0, 10.5)]).not.toEqual([...drawn(0, 10.9)]);
    expect(() => drawn(0, 0, 20.9)).not.toThrow();
    expect(drawn(0, -30, -30).every((value) => value === 0)).toBe(true);
  });
});
