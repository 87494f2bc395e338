import { emphasisOf, inkOf, signOf } from './strip'

/**
 * Adds the signed ink of `rows × columns` values to a matrix of `size × size` heights. Rows and columns of values belong to the heights in
 * `rowHeights` and `columnHeights`; rows that share a height are neighbours. `sums` has room for a row of values, rounded up to a multiple
 * of 4. `firstRow` is the number of the first row among all of the gap's. Reads up to 12 bytes beyond the values.
 */
export function gather(
  values: usize,
  rows: i32,
  columns: i32,
  rowHeights: usize,
  columnHeights: usize,
  sums: usize,
  matrix: usize,
  size: i32,
  firstRow: i32,
): void {
  const bytes: usize = 4 * ((columns + 3) & ~3)
  memory.fill(sums, 0, bytes)
  for (let row = 0; row < rows; row++) {
    const line = values + 4 * row * columns
    const factor = f32x4.splat(emphasisOf(firstRow + row))
    for (let at: usize = 0; at < bytes; at += 16) {
      const value = v128.load(line + at)
      v128.store(sums + at, f32x4.add(v128.load(sums + at), v128.or(inkOf(value, factor), signOf(value))))
    }
    const height = load<i32>(rowHeights + 4 * row)
    if (row + 1 < rows && load<i32>(rowHeights + 4 * row + 4) == height) continue
    const into = matrix + 4 * height * size
    for (let column = 0; column < columns; column++) {
      const point = into + 4 * load<i32>(columnHeights + 4 * column)
      store<f32>(point, load<f32>(point) + load<f32>(sums + 4 * column))
    }
    memory.fill(sums, 0, bytes)
  }
}
