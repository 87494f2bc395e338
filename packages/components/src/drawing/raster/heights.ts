import type { Gap } from './gaps.js';
import type { Way } from './strokes.js';

/** Where a gap's positions are in a density picture: point k of `size` stands at `lowest + k · pitch`. */
export interface Heights {
  readonly lowest: number;
  /** Pixels between points. */
  readonly pitch: number;
  /** The point of each position. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function heightsOf({ from, to }: Pick<Gap, 'from' | 'to'>, size: number): Heights {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const positions of [from, to]) {
    for (let at = 0; at < positions.length; at++) {
      lowest = Math.min(lowest, positions[at]!);
      highest = Math.max(highest, positions[at]!);
    }
  }
  const pitch = Math.max(1e-6, (highest - lowest) / (size - 1));
  const heights = (positions: Float32Array): Int32Array => {
    const points = new Int32Array(positions.length);
    for (let at = 0; at < points.length; at++) points[at] = Math.round((positions[at]! - lowest) / pitch);
    return points;
  };
  return { lowest, pitch, from: heights(from), to: heights(to) };
}

/**
 * [rise] how much longer than the way across a line is that rises so many points: a steep line leaves as much more ink, on average over
 * its columns.
 */
export function stretchesOf(way: Way, size: number, pitch: number): Float32Array {
  const { share } = way;
  const stretches = new Float32Array(size);
  // Every eighth column tells enough: a way is smooth.
  let columns = 0;
  for (let column = 0; column + 1 < share.length; column += 8) {
    const step = (share[column + 1]! - share[column]!) * pitch;
    for (let rise = 0; rise < size; rise++) stretches[rise]! += Math.sqrt(1 + (rise * step) ** 2);
    columns++;
  }
  return stretches.map((sum) => sum / columns);
}
