import { labelledImages, splitImages, type SplitImages } from './labelledImages.js';
import { readGzippedText } from './readFile.js';

const side = 8;
const white = 16;
const classNames = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * 1,797 handwritten digits of 8 × 8 pixels (Alpaydin & Kaynak 1998; see README.md beside this file), of which a fifth,
 * drawn with `seed`, is held out. Thirteen people wrote them all, so each of them wrote digits of both parts: the
 * held-out accuracy says how well unseen digits of known hands are read, and would be lower for new hands.
 */
export async function loadDigits({ seed = 1 }: { seed?: number } = {}): Promise<SplitImages> {
  const text = await readGzippedText(new URL('./digits/digits.csv.gz', import.meta.url));
  const lines = text.trim().split('\n');
  const pixels = new Uint8Array(lines.length * side * side);
  const labels = new Uint8Array(lines.length);
  lines.forEach((line, row) => {
    const numbers = line.split(',').map(Number);
    labels[row] = numbers.pop() ?? Number.NaN;
    pixels.set(numbers, row * side * side);
  });
  const all = labelledImages(pixels, white, labels, classNames);
  return { ...splitImages(all, seed), imageShape: [side, side] };
}
