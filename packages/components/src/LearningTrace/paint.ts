import { colorWord } from '../shared/colorTable.js';
import { lookupIndex, toLookupTable, type ColorScale } from '../shared/colorScale.js';

/**
 * Paints rows of numbers as one line of pixels each, [rows × columns]; the caller scales it up. `columns[x]` is the index of the value
 * that stands in column x, −1 for none. What is not finite is hatched.
 */
export function paintRows(
  rows: readonly ArrayLike<number>[],
  columns: Int32Array,
  rowHeight: number,
  scale: ColorScale,
): ImageData {
  const width = columns.length;
  const table = toLookupTable(scale);
  const [line, ground] = scale.hatch.map(colorWord) as [number, number];
  const image = new ImageData(width, Math.max(1, rows.length * rowHeight));
  const words = new Uint32Array(image.data.buffer);
  rows.forEach((values, row) => {
    for (let x = 0; x < width; x++) {
      const index = columns[x]!;
      if (index < 0) continue;
      const entry = lookupIndex(values[index]!, scale.domain);
      // A line of the ground between two rows tells them apart.
      for (let y = 0; y < rowHeight - 1; y++) {
        const word = entry >= 0 ? table[entry]! : (x + y) % 5 === 0 ? line : ground;
        words[(row * rowHeight + y) * width + x] = word;
      }
    }
  });
  return image;
}
