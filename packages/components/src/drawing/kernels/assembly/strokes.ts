import { clearNegative, clearPositive, columns, contrast, domain, emphasisOf, least, mostInk, negative, positive, rows, shares, stride } from './strip'

/** Columns that a curve is straight over. */
const SEGMENT: i32 = 8
/** From this length of line a column on, a dash begins and ends within the column. */
const STEEP: f32 = 1.8
/** Below it a line could not be seen even where many cross. */
const LEAST_INK: f32 = 0.002

/**
 * Draws connections one by one: `values`, row-major, a row every `width` numbers, from positions `from` to positions `to`. At the end of
 * the domain they are `mostWidth` wide, the smallest `leastWidth`; negative ones have dashes of length `on` every `period`. `firstRow` is
 * the number of the first row among all of the gap's.
 */
export function strokes(
  values: usize,
  width: i32,
  from: usize,
  fromCount: i32,
  to: usize,
  toCount: i32,
  leastWidth: f32,
  mostWidth: f32,
  on: f32,
  period: f32,
  firstRow: i32,
): void {
  clearPositive()
  clearNegative()
  for (let row = 0; row < fromCount; row++) {
    const start = load<f32>(from + 4 * row)
    const line = values + 4 * row * width
    const factor = emphasisOf(firstRow + row)
    for (let column = 0; column < toCount; column++) {
      const value = load<f32>(line + 4 * column)
      const magnitude = abs(value)
      const strength = magnitude * factor
      if (!(strength >= least && magnitude <= f32.MAX_VALUE)) continue
      const share = min<f32>(1, strength / domain)
      const ink = mostInk * share * (1 - contrast * (1 - share))
      if (!(ink > LEAST_INK)) continue
      const thickness: f32 = leastWidth + (mostWidth - leastWidth) * sqrt<f32>(min<f32>(1, magnitude / domain))
      const end = load<f32>(to + 4 * column)
      if (value < 0) stroke(negative, start, end, ink, thickness, on, period)
      else stroke(positive, start, end, ink, thickness, 1, 0)
    }
  }
}

/** One connection, anti-aliased by each pixel's distance from it, four pixels of a column at once. Thinner than a pixel is less ink. */
function stroke(ink: usize, from: f32, to: f32, amount: f32, width: f32, on: f32, period: f32): void {
  const whole = to - from
  const reach: f32 = width > 1 ? width / 2 + 0.5 : 1
  const strength = width < 1 ? amount * width : amount
  const most = f32x4.splat(strength)
  const lanes = f32x4(0, 1, 2, 3)
  const none = f32x4.splat(0)
  let along: f32 = 0
  let end = from
  for (let first = 0; first < columns; first += SEGMENT) {
    const until = min(columns, first + SEGMENT)
    const begin = end
    end = from + whole * load<f32>(shares + 4 * until)
    const slope = (end - begin) / <f32>(until - first)
    const stretch = sqrt<f32>(1 + slope * slope)
    const spread = reach * stretch
    const fall = f32x4.splat(strength / stretch)
    const peak = f32x4.splat(reach * strength)
    // Along the line, a pixel further down its column.
    const perRow: f32 = period > 0 && stretch > STEEP ? stretch / slope : 0
    let center: f32 = begin + slope * 0.5 - 0.5
    let column = ink + 4 * first * stride
    for (let at = first; at < until; at++, center += slope, column += 4 * stride) {
      if (period > 0) {
        along += stretch
        while (along >= period) along -= period
        if (perRow == 0 && along > on) continue
      }
      const stop = min(rows - 1, <i32>floor<f32>(center + spread))
      for (let row = max(0, <i32>ceil<f32>(center - spread)); row <= stop; row += 4) {
        const pixel = column + 4 * row
        const away = f32x4.add(lanes, f32x4.splat(<f32>row - center))
        let cover = f32x4.sub(peak, f32x4.mul(f32x4.abs(away), fall))
        cover = f32x4.min(f32x4.max(cover, none), most)
        if (perRow != 0) {
          const phase = f32x4.add(f32x4.splat(along), f32x4.mul(away, f32x4.splat(perRow)))
          const dashes = f32x4.floor(f32x4.mul(phase, f32x4.splat(1 / period)))
          const within = f32x4.sub(phase, f32x4.mul(dashes, f32x4.splat(period)))
          cover = v128.and(cover, f32x4.le(within, f32x4.splat(on)))
        }
        v128.store(pixel, f32x4.add(v128.load(pixel), cover))
      }
    }
  }
}
