import { checkChoice, checkInteger } from '../core/check.js';
import { cos, sin } from '../core/sine.js';

type Spot = readonly [x: number, y: number];

/** A picture that `drawGlyph` draws. */
export type Glyph = 'six' | 'eight';

/** Every glyph. */
export const glyphs: readonly Glyph[] = ['six', 'eight'];

/** Half the width of the pen, in a square of 28. */
const pen = 1.6;

/** Strokes in a square of 28, y downwards. */
const strokes: Readonly<Record<Glyph, readonly (readonly Spot[])[]>> = {
  six: [ring(14, 18.6, 5, 5), curve([17.8, 4.4], [10.2, 8.2], [9, 18.2])],
  eight: [ring(14, 8.8, 4.2, 4.3), ring(14, 18.6, 5.2, 5.5)],
};

/**
 * A handwritten-looking digit, white (1) on black (0), drawn with a round pen and smoothed at the edges: for a network that learns to
 * paint, see `imagesToSamples`. side × side pixels, row by row from the top.
 * @param side pixels per side, 8 to 256; default 28
 * @throws `invalid-option`
 */
export function drawGlyph(glyph: Glyph, side = 28): Float32Array {
  checkChoice(glyph, 'glyph', glyphs);
  checkInteger(side, 'side', 8, 256);
  const scale = side / 28;
  return Float32Array.from({ length: side * side }, (_, pixel) => {
    const x = ((pixel % side) + 0.5) / scale;
    const y = (Math.floor(pixel / side) + 0.5) / scale;
    const covered = (pen - distanceToStrokes(x, y, strokes[glyph])) * scale + 0.5;
    return Math.min(1, Math.max(0, covered));
  });
}

function ring(centreX: number, centreY: number, radiusX: number, radiusY: number): readonly Spot[] {
  return Array.from({ length: 49 }, (_, k) => {
    const angle = (k / 48) * 2 * Math.PI;
    return [centreX + radiusX * sin(angle), centreY - radiusY * cos(angle)];
  });
}

/** A quadratic Bézier curve. */
function curve(from: Spot, over: Spot, to: Spot): readonly Spot[] {
  return Array.from({ length: 17 }, (_, k) => {
    const t = k / 16;
    const along = (axis: 0 | 1): number =>
      (1 - t) * (1 - t) * from[axis] + 2 * t * (1 - t) * over[axis] + t * t * to[axis];
    return [along(0), along(1)];
  });
}

function distanceToStrokes(x: number, y: number, lines: readonly (readonly Spot[])[]): number {
  let nearest = Infinity;
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      nearest = Math.min(nearest, squaredDistanceToSegment(x, y, line[k - 1]!, line[k]!));
    }
  }
  return Math.sqrt(nearest);
}

function squaredDistanceToSegment(x: number, y: number, [fromX, fromY]: Spot, [toX, toY]: Spot): number {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  const share = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY);
  const t = Math.min(1, Math.max(0, share));
  const dx = x - fromX - t * alongX;
  const dy = y - fromY - t * alongY;
  return dx * dx + dy * dy;
}
