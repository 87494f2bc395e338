import { pointShapes, type PointShape } from '../scenes/cells.js';
import { blend, type Surface } from './surface.js';

/** Positions within a pixel, per axis, for which a stamp is kept: points that move slowly then move smoothly. */
const phases = 4;

/** How far a place is outside of a shape of radius 1; negative inside. */
const distances: Readonly<Record<PointShape, (x: number, y: number) => number>> = {
  dot: (x, y) => Math.hypot(x, y) - 1,
  square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) - 0.88,
  triangle: (x, y) => Math.max(y - 0.75, 0.866 * Math.abs(x) - 0.5 * y - 0.58),
  diamond: (x, y) => (Math.abs(x) + Math.abs(y) - 1.25) * Math.SQRT1_2,
  plus: (x, y) => Math.min(bar(x, y), bar(y, x)),
  cross: (x, y) =>
    Math.min(bar((x + y) * Math.SQRT1_2, (x - y) * Math.SQRT1_2), bar((x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2)),
  down: (x, y) => Math.max(-y - 0.75, 0.866 * Math.abs(x) + 0.5 * y - 0.58),
  bar: (x, y) => Math.max(Math.abs(x) - 1.1, Math.abs(y) - 0.5),
};

function bar(along: number, across: number): number {
  return Math.max(Math.abs(along) - 1.15, Math.abs(across) - 0.42);
}

/** What a shape covers of each pixel around it, 0 to 1: of its body, and of its body with its edge. */
interface Stamp {
  /** Pixels to its farthest one. */
  readonly reach: number;
  readonly body: Cover;
  readonly whole: Cover;
}

/** The pixels that are covered at all, by their place from the middle. */
interface Cover {
  readonly across: Int8Array;
  readonly down: Int8Array;
  readonly cover: Float32Array;
}

/** Stamps of points. A point is then a few dozen table look-ups, so that ten thousand cost a few milliseconds. */
export class PointStamps {
  readonly #stamps = new Map<number, Stamp>();
  readonly #radius: number;
  readonly #edge: number;

  /** @param radius, edge Device pixels; the edge lies around the body. */
  constructor(radius: number, edge: number) {
    this.#radius = radius;
    this.#edge = edge;
  }

  /** Paints a point's edge, which parts it from what is below. */
  drawEdge(surface: Surface, x: number, y: number, shape: number, word: number): void {
    this.#draw(surface, x, y, shape, word, 'whole');
  }

  /** Paints a point's body. */
  drawBody(surface: Surface, x: number, y: number, shape: number, word: number): void {
    this.#draw(surface, x, y, shape, word, 'body');
  }

  #draw(surface: Surface, x: number, y: number, shape: number, word: number, part: 'body' | 'whole'): void {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const stamp = this.#stamp(
      shape % pointShapes.length,
      Math.floor((x - left) * phases),
      Math.floor((y - top) * phases),
    );
    const { across, down, cover } = stamp[part];
    const { reach } = stamp;
    const { words, width, height } = surface;
    const isInside = left >= reach && top >= reach && left + reach < width && top + reach < height;
    const middle = top * width + left;
    for (let at = 0; at < cover.length; at++) {
      const share = cover[at]!;
      if (isInside && share >= 0.998) words[middle + down[at]! * width + across[at]!] = word;
      else blend(surface, left + across[at]!, top + down[at]!, word, share);
    }
  }

  #stamp(shape: number, phaseX: number, phaseY: number): Stamp {
    const key = (shape * phases + phaseY) * phases + phaseX;
    const known = this.#stamps.get(key);
    if (known) return known;
    const reach = Math.ceil(1.3 * this.#radius + this.#edge + 1);
    const distance = distances[pointShapes[shape] ?? 'dot'];
    const coverOf = (edge: number): Cover => {
      const found: { readonly across: number; readonly down: number; readonly cover: number }[] = [];
      for (let down = -reach; down <= reach; down++) {
        for (let across = -reach; across <= reach; across++) {
          const x = across + 0.5 - (phaseX + 0.5) / phases;
          const y = down + 0.5 - (phaseY + 0.5) / phases;
          const outside = distance(x / this.#radius, y / this.#radius) * this.#radius;
          const cover = Math.min(1, 0.5 - outside + edge);
          if (cover > 0) found.push({ across, down, cover });
        }
      }
      return {
        across: Int8Array.from(found, (pixel) => pixel.across),
        down: Int8Array.from(found, (pixel) => pixel.down),
        cover: Float32Array.from(found, (pixel) => pixel.cover),
      };
    };
    const stamp: Stamp = { reach, body: coverOf(0), whole: coverOf(this.#edge) };
    this.#stamps.set(key, stamp);
    return stamp;
  }
}

const kept = new Map<string, PointStamps>();

/** The stamps of a size; few sizes are ever used. */
export function stampsOf(radius: number, edge: number): PointStamps {
  const key = `${radius.toFixed(2)},${edge.toFixed(2)}`;
  const stamps = kept.get(key) ?? new PointStamps(radius, edge);
  if (kept.size > 16) kept.clear();
  kept.set(key, stamps);
  return stamps;
}
