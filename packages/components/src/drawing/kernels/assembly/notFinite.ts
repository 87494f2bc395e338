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

/** How many of `count` values (from a multiple of 16 on) are finite and larger in magnitude than `limit`. */
export function countBeyond(values: usize, count: i32, limit: f32): i32 {
  const low = f32x4.splat(limit)
  const most = f32x4.splat(f32.MAX_VALUE)
  const end = values + 4 * count
  let beyond = i32x4.splat(0)
  for (; values + 16 <= end; values += 16) {
    const magnitude = f32x4.abs(v128.load(values))
    beyond = i32x4.sub(beyond, v128.and(f32x4.gt(magnitude, low), f32x4.le(magnitude, most)))
  }
  let sum = i32x4.extract_lane(beyond, 0) + i32x4.extract_lane(beyond, 1)
  sum += i32x4.extract_lane(beyond, 2) + i32x4.extract_lane(beyond, 3)
  for (; values < end; values += 4) {
    const magnitude = abs(load<f32>(values))
    if (magnitude > limit && magnitude <= f32.MAX_VALUE) sum++
  }
  return sum
}
