import { lowest, pitch } from './heights'
import { netInkWords, storeWords } from './netInk'
import { clearPositive, columns, positive, rows, shares, stride } from './strip'

/**
 * Enlarges a picture of lines (`size × size`, column-major) onto the strip, blending between its points. `blended` has room for size + 4
 * numbers.
 */
export function spread(picture: usize, size: i32, blended: usize): void {
  clearPositive()
  const first = max(0, <i32>floor<f32>(lowest))
  const last = min(rows - 1, <i32>ceil<f32>(lowest + pitch * <f32>(size - 1)))
  const step: f32 = 1 / pitch
  const lanes = f32x4.mul(f32x4(0, 1, 2, 3), f32x4.splat(step))
  const lowestPoint = f32x4.splat(0)
  const end = f32x4.splat(<f32>size)
  v128.store(blended + 4 * size, lowestPoint)
  for (let column = 0; column < columns; column++) {
    blend(picture, size, column, step, blended)
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

/** Columns of pixels made at once: whole lines of the cache. */
const BLOCK: i32 = 16

/**
 * The same at once into pixels, for a strip that nothing else is drawn in: its columns `first` to `last` and its first `count` rows, at
 * `words` as in `resolveNetInk`. Four columns lie side by side in `blended` (room for 16 · (size + 2) numbers), so that a row of them is one
 * vector; `points` has room for two numbers a row.
 */
export function resolveDensity(
  picture: usize,
  size: i32,
  blended: usize,
  points: usize,
  words: usize,
  first: i32,
  last: i32,
  count: i32,
  alongMain: i32,
  alongCross: i32,
  positiveColor: i32,
  negativeColor: i32,
  keeps: usize,
): void {
  const top = max(0, <i32>floor<f32>(lowest))
  const bottom = min(count - 1, <i32>ceil<f32>(lowest + pitch * <f32>(size - 1)))
  const step: f32 = 1 / pitch
  for (let row = top; row <= bottom; row++) {
    const height = min<f32>(max<f32>((<f32>row + 0.5 - lowest) * step, 0), <f32>size)
    const whole = floor<f32>(height)
    store<i32>(points + 8 * row, 16 * <i32>whole)
    store<f32>(points + 8 * row, height - whole, 4)
  }
  const bytes: usize = 16 * (size + 2)
  const positiveWord = i32x4.splat(positiveColor)
  const negativeWord = i32x4.splat(negativeColor)
  for (let block = first; block < last; block += BLOCK) {
    const until = min(last, block + BLOCK)
    for (let column = block, four = blended; column < until; column += 4, four += bytes)
      blendFour(picture, size, column, last - 1, step, four)
    for (let row = top; row <= bottom; row++) {
      let at = blended + load<i32>(points + 8 * row)
      const share = v128.load32_splat(points + 8 * row, 4)
      let to = words + 4 * (block * alongMain + row * alongCross)
      for (let column = block; column < until; column += 4, at += bytes, to += 16 * alongMain) {
        const here = v128.load(at)
        const net = f32x4.add(here, f32x4.mul(share, f32x4.sub(v128.load(at, 16), here)))
        const keep = v128.load(keeps + 4 * (column + row))
        storeWords(to, netInkWords(net, keep, positiveWord, negativeWord), 4 * alongMain, until - column)
      }
    }
  }
}

@inline function pair(one: usize, other: usize): v128 {
  return v128.load64_lane(other, v128.load64_zero(one), 1)
}

/** Where a column of the strip is in the picture, in columns of it. */
@inline function placeOf(column: i32, size: i32): f32 {
  return ((load<f32>(shares + 4 * column) + load<f32>(shares + 4 * column, 4)) / 2) * <f32>(size - 1)
}

/** A column of the strip as the picture has it between two of its own, in ink a pixel. */
function blend(picture: usize, size: i32, column: i32, unit: f32, blended: usize): void {
  const x = placeOf(column, size)
  const left = min(size - 2, <i32>x)
  const share = f32x4.splat((x - <f32>left) * unit)
  const rest = f32x4.splat(unit - (x - <f32>left) * unit)
  let one = picture + 4 * left * size
  for (const end = one + 4 * size; one < end; one += 16, blended += 16)
    v128.store(blended, f32x4.add(f32x4.mul(v128.load(one), rest), f32x4.mul(v128.load(one + 4 * size), share)))
}

/** Four columns from `column` on, none beyond `last`, side by side; and two rows of nothing under them. */
function blendFour(picture: usize, size: i32, column: i32, last: i32, unit: f32, blended: usize): void {
  const next = 4 * size
  const x0 = placeOf(column, size)
  const x1 = placeOf(min(last, column + 1), size)
  const x2 = placeOf(min(last, column + 2), size)
  const x3 = placeOf(min(last, column + 3), size)
  const left0 = min(size - 2, <i32>x0)
  const left1 = min(size - 2, <i32>x1)
  const left2 = min(size - 2, <i32>x2)
  const left3 = min(size - 2, <i32>x3)
  const share0 = f32x4.splat((x0 - <f32>left0) * unit)
  const share1 = f32x4.splat((x1 - <f32>left1) * unit)
  const share2 = f32x4.splat((x2 - <f32>left2) * unit)
  const share3 = f32x4.splat((x3 - <f32>left3) * unit)
  const whole = f32x4.splat(unit)
  let p0 = picture + next * left0
  let p1 = picture + next * left1
  let p2 = picture + next * left2
  let p3 = picture + next * left3
  for (const end = p0 + next; p0 < end; p0 += 16, p1 += 16, p2 += 16, p3 += 16, blended += 64) {
    const a = between(p0, next, share0, whole)
    const b = between(p1, next, share1, whole)
    const c = between(p2, next, share2, whole)
    const d = between(p3, next, share3, whole)
    const ab = i32x4.shuffle(a, b, 0, 4, 1, 5)
    const cd = i32x4.shuffle(c, d, 0, 4, 1, 5)
    const abLater = i32x4.shuffle(a, b, 2, 6, 3, 7)
    const cdLater = i32x4.shuffle(c, d, 2, 6, 3, 7)
    v128.store(blended, i32x4.shuffle(ab, cd, 0, 1, 4, 5))
    v128.store(blended, i32x4.shuffle(ab, cd, 2, 3, 6, 7), 16)
    v128.store(blended, i32x4.shuffle(abLater, cdLater, 0, 1, 4, 5), 32)
    v128.store(blended, i32x4.shuffle(abLater, cdLater, 2, 3, 6, 7), 48)
  }
  v128.store(blended, i32x4.splat(0))
  v128.store(blended, i32x4.splat(0), 16)
}

@inline function between(at: usize, next: usize, share: v128, whole: v128): v128 {
  return f32x4.add(f32x4.mul(v128.load(at), f32x4.sub(whole, share)), f32x4.mul(v128.load(at + next), share))
}
