import { checkInteger, checkOptions, checkSeed } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { createGenerator, type RandomGenerator } from '../core/generator.js';

export interface ShapesOptions {
  /** How many pictures, 1 to 20,000. Default 500. */
  readonly rows?: number;
  /** Pixels per side, 8 to 64. Default 28. */
  readonly side?: number;
  /** An integer in [0, 2³²). Default 1. */
  readonly seed?: number;
}

/** Samples a pixel's side along which a circle's edge is smoothed. */
const samples = 4;

/**
 * Filled circles and rectangles, white (1) on black (0), smoothed at their edges: even rows are circles, odd rows rectangles. Inputs are
 * side × side pixels, row by row from the top; targets one-hot over ['circle', 'rectangle']. A shape lies wholly in the picture;
 * its radius, or half its width and half its height, is uniform between 1/9 and 4/9 of the side, its centre uniform where it fits.
 * @throws `invalid-option`
 */
export function shapesDataset(options: ShapesOptions = {}): Dataset {
  checkOptions(options, 'options', ['rows', 'side', 'seed']);
  const { rows = 500, side = 28, seed = 1 } = options;
  checkInteger(rows, 'rows', 1, 20_000);
  checkInteger(side, 'side', 8, 64);
  checkSeed(seed);
  const generator = createGenerator(seed);
  const inputs = new Float32Array(rows * side * side);
  const targets = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    const picture = inputs.subarray(row * side * side, (row + 1) * side * side);
    const kind = row % 2;
    if (kind === 0) drawCircle(picture, side, generator);
    else drawRectangle(picture, side, generator);
    targets[row * 2 + kind] = 1;
  }
  return { inputs, targets, rows, classNames: ['circle', 'rectangle'] };
}

/** Each pixel's share of 4 × 4 points that lie inside. */
function drawCircle(picture: Float32Array, side: number, generator: RandomGenerator): void {
  const radius = generator.between(side / 9, (side * 4) / 9);
  const centreX = generator.between(radius, side - radius);
  const centreY = generator.between(radius, side - radius);
  const isInside = (x: number, y: number): boolean => {
    const dx = x - centreX;
    const dy = y - centreY;
    return dx * dx + dy * dy <= radius * radius;
  };
  for (let pixel = 0; pixel < side * side; pixel++) {
    const left = pixel % side;
    const top = Math.floor(pixel / side);
    let inside = 0;
    for (let k = 0; k < samples * samples; k++) {
      const x = left + ((k % samples) + 0.5) / samples;
      const y = top + (Math.floor(k / samples) + 0.5) / samples;
      if (isInside(x, y)) inside++;
    }
    picture[pixel] = inside / (samples * samples);
  }
}

/** Each pixel's area that the rectangle covers, exactly. */
function drawRectangle(picture: Float32Array, side: number, generator: RandomGenerator): void {
  const halfWidth = generator.between(side / 9, (side * 4) / 9);
  const halfHeight = generator.between(side / 9, (side * 4) / 9);
  const centreX = generator.between(halfWidth, side - halfWidth);
  const centreY = generator.between(halfHeight, side - halfHeight);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const across = overlap(pixel % side, centreX - halfWidth, centreX + halfWidth);
    const down = overlap(Math.floor(pixel / side), centreY - halfHeight, centreY + halfHeight);
    picture[pixel] = across * down;
  }
}

/** Length that [start, start + 1] and [low, high] share. */
function overlap(start: number, low: number, high: number): number {
  return Math.max(0, Math.min(start + 1, high) - Math.max(start, low));
}
