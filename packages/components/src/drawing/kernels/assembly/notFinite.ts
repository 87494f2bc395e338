/** How many of `count` values (from a multiple of 16 on) are NaN or infinite. */
export function countNotFinite(values: usize, count: i32): i32 {
  const most = f32x4.splat(f32.MAX_VALUE)
  const end = values + 4 * count
  let finite = i32x4.splat(0)
  for (; values + 16 <= end; values += 16) finite = i32x4.sub(finite, f32x4.le(f32x4.abs(v128.load(values)), most))
  let sum = i32x4.extract_lane(finite, 0) + i32x4.extract_lane(finite, 1)
  sum += i32x4.extract_lane(finite, 2) + i32x4.extract_lane(finite, 3)
  for (; values < end; values += 4) if (abs(load<f32>(values)) <= f32.MAX_VALUE) sum++
  return count - sum
}
