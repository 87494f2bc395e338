import { columns, positive, rows, shares, stride } from './strip'

/**
 * Enlarges a picture of lines (`size × size`, column-major) onto the strip, blending between its points, which stand `pitch` pixels apart from
 * `lowest` on. `blended` has room for size + 4 numbers.
 */
export function spread(picture: usize, size: i32, blended: usize, lowest: f32, pitch: f32): void {
  const first = max(0, <i32>floor<f32>(lowest))
  const last = min(rows - 1, <i32>ceil<f32>(lowest + pitch * <f32>(size - 1)))
  const step: f32 = 1 / pitch
  const lanes = f32x4.mul(f32x4(0, 1, 2, 3), f32x4.splat(step))
  const lowestPoint = f32x4.splat(0)
  const end = f32x4.splat(<f32>size)
  v128.store(blended + 4 * size, lowestPoint)
  for (let column = 0; column < columns; column++) {
    const share: f32 = (load<f32>(shares + 4 * column) + load<f32>(shares + 4 * column + 4)) / 2
    blend(picture, size, share * <f32>(size - 1), step, blended)
    let ink = positive + 4 * (column * stride + first)
    for (let row = first; row <= last; row += 4, ink += 16) {
      const y = f32x4.add(f32x4.splat((<f32>row + 0.5 - lowest) * step), lanes)
      const height = f32x4.min(f32x4.max(y, lowestPoint), end)
      const whole = f32x4.floor(height)
      const at = i32x4.shl(i32x4.trunc_sat_f32x4_s(whole), 2)
      // Each load brings a point and the next.
      const one = pair(blended + i32x4.extract_lane(at, 0), blended + i32x4.extract_lane(at, 1))
      const two = pair(blended + i32x4.extract_lane(at, 2), blended + i32x4.extract_lane(at, 3))
      const here = i32x4.shuffle(one, two, 0, 2, 4, 6)
      const next = i32x4.shuffle(one, two, 1, 3, 5, 7)
      const between = f32x4.add(here, f32x4.mul(f32x4.sub(height, whole), f32x4.sub(next, here)))
      v128.store(ink, f32x4.add(v128.load(ink), between))
    }
  }
}

@inline function pair(one: usize, other: usize): v128 {
  return v128.load64_lane(other, v128.load64_zero(one), 1)
}

/** A column of the strip as the picture has it between two of its own, in ink a pixel. */
function blend(picture: usize, size: i32, x: f32, unit: f32, blended: usize): void {
  const left = min(size - 2, <i32>x)
  const share = f32x4.splat((x - <f32>left) * unit)
  const rest = f32x4.splat(unit - (x - <f32>left) * unit)
  let one = picture + 4 * left * size
  for (const end = one + 4 * size; one < end; one += 16, blended += 16)
    v128.store(blended, f32x4.add(f32x4.mul(v128.load(one), rest), f32x4.mul(v128.load(one + 4 * size), share)))
}
