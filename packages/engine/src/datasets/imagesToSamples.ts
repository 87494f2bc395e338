import { checkFinite, checkInteger, checkObject, isNumberList } from '../core/check.js';
import type { Dataset } from '../core/dataset.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

const mostPixels = 4_000_000;

/**
 * Pictures as samples: a network learns to paint them, pixel by pixel, and can then be asked for the pixels between. Inputs of the
 * pixel in column c and row r of picture p: x = c/(width − 1), y = r/(height − 1) and, where there are several pictures, p/(pictures − 1);
 * target: its grey. Ordered by picture, then row from the top, then column. A side of one pixel has its coordinate at 0.
 * @param images greys of each picture, row by row from the top, usually from 0 (black) to 1 (white); at most 4,000,000 in all
 * @param size width and height in pixels, the same for all
 * @throws `invalid-option`, `invalid-input`, `not-finite` or `too-large`
 * @example imagesToSamples([drawGlyph('six'), drawGlyph('eight')], { width: 28, height: 28 })
 */
export function imagesToSamples(
  images: readonly ArrayLike<number>[],
  size: { readonly width: number; readonly height: number },
): Dataset {
  checkObject(size, 'size');
  const { width, height } = size;
  checkInteger(width, 'width', 1, mostPixels);
  checkInteger(height, 'height', 1, mostPixels);
  const pixels = width * height;
  const count = checkImages(images, pixels);
  const columns = count > 1 ? 3 : 2;
  const rows = count * pixels;
  const inputs = new Float32Array(rows * columns);
  const targets = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const which = Math.floor(row / pixels);
    const pixel = row % pixels;
    inputs[row * columns] = share(pixel % width, width);
    inputs[row * columns + 1] = share(Math.floor(pixel / width), height);
    if (count > 1) inputs[row * columns + 2] = share(which, count);
    targets[row] = images[which]![pixel]!;
  }
  return { inputs, targets, rows };
}

/** Position of the index-th of `count`, from 0 to 1. */
function share(index: number, count: number): number {
  return count > 1 ? index / (count - 1) : 0;
}

function checkImages(images: unknown, pixels: number): number {
  if (!Array.isArray(images) || images.length === 0) {
    throw new NeuroglowError(
      'invalid-input',
      `images: expected an array of pictures, got ${show(images)}; pass at least one array of greys.`,
    );
  }
  if (images.length * pixels > mostPixels) {
    throw new NeuroglowError(
      'too-large',
      `images: expected at most ${mostPixels} pixels in all, got ${images.length * pixels}; pass fewer or smaller pictures.`,
    );
  }
  for (const [i, image] of images.entries()) {
    const greys: unknown = image;
    if (!isNumberList(greys) || greys.length !== pixels) {
      throw new NeuroglowError(
        'invalid-input',
        `images[${i}]: expected ${pixels} greys, width × height, got ${show(greys)}; correct the size or the picture.`,
      );
    }
    checkFinite(greys, `images[${i}]`);
  }
  return images.length;
}
