import { netInkWords, storeWords } from './netInk'
import { clearNegative, clearPositive, hasNegative, negative, positive, stride } from './strip'

/** Columns taken at once: columns are read and rows are written, and both stay in the cache. */
const BLOCK: i32 = 16

/**
 * Turns the strip's columns `first` to `last` and its first `rows` rows into pixels at `words`, where the strip's first pixel would be;
 * `alongMain` and `alongCross` lead from a pixel to the next. A pixel is one of `inks` opacities, `steps` of
 * them a unit of ink, or'ed with a colour; lines have one of `shares` colours by the share of positive ink.
 */
export function resolveLines(
  words: usize,
  first: i32,
  last: i32,
  rows: i32,
  alongMain: i32,
  alongCross: i32,
  opacities: usize,
  inks: i32,
  steps: f32,
  colors: usize,
  shares: i32,
): void {
  clearPositive()
  clearNegative()
  const highest = f32x4.splat(<f32>(shares - 1))
  const half = f32x4.splat(0.5)
  const most = i32x4.splat(inks - 1)
  for (let block = first; block < last; block += BLOCK) {
    const until = min(last, block + BLOCK)
    for (let cross = 0; cross < rows; cross += 4) {
      const count = min(4, rows - cross)
      for (let column = block; column < until; column++) {
        const ink = 4 * (column * stride + cross)
        const p = v128.load(positive + ink)
        const sum = f32x4.add(p, v128.load(negative + ink))
        if (!v128.any_true(sum)) continue
        const share = i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.mul(f32x4.div(p, sum), highest), half))
        const step = i32x4.min_s(i32x4.trunc_sat_f32x4_s(f32x4.mul(sum, f32x4.splat(steps))), most)
        const to = words + 4 * (column * alongMain + cross * alongCross)
        paint(to, 4 * alongCross, count, opacities, step, colors, share)
      }
    }
  }
}

/** The same for net ink: the prevailing sign has one of two colours, and keeps `keeps[column + row]` of its ink where it is negative. */
export function resolveNetInk(
  words: usize,
  first: i32,
  last: i32,
  rows: i32,
  alongMain: i32,
  alongCross: i32,
  positiveColor: i32,
  negativeColor: i32,
  keeps: usize,
): void {
  clearPositive()
  const positiveWord = i32x4.splat(positiveColor)
  const negativeWord = i32x4.splat(negativeColor)
  const bytes: usize = 4 * stride
  for (let block = first; block < last; block += BLOCK) {
    const until = min(last, block + BLOCK)
    for (let cross = 0; cross < rows; cross += 4) {
      for (let column = block; column < until; column += 4) {
        const ink: usize = 4 * (column * stride + cross)
        const most = until - column - 1
        const a = netOf(ink)
        const b = netOf(ink + bytes * min(1, most))
        const c = netOf(ink + bytes * min(2, most))
        const d = netOf(ink + bytes * min(3, most))
        if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue
        // Columns are read and rows are written.
        const ab = i32x4.shuffle(a, b, 0, 4, 1, 5)
        const cd = i32x4.shuffle(c, d, 0, 4, 1, 5)
        const abLater = i32x4.shuffle(a, b, 2, 6, 3, 7)
        const cdLater = i32x4.shuffle(c, d, 2, 6, 3, 7)
        const to: usize = words + 4 * (column * alongMain + cross * alongCross)
        const keep = keeps + 4 * (column + cross)
        const row: usize = 4 * alongCross
        const along: usize = 4 * alongMain
        const one = i32x4.shuffle(ab, cd, 0, 1, 4, 5)
        storeWords(to, netInkWords(one, v128.load(keep), positiveWord, negativeWord), along, most + 1)
        if (cross + 1 >= rows) continue
        const two = i32x4.shuffle(ab, cd, 2, 3, 6, 7)
        storeWords(to + row, netInkWords(two, v128.load(keep, 4), positiveWord, negativeWord), along, most + 1)
        if (cross + 2 >= rows) continue
        const three = i32x4.shuffle(abLater, cdLater, 0, 1, 4, 5)
        storeWords(to + 2 * row, netInkWords(three, v128.load(keep, 8), positiveWord, negativeWord), along, most + 1)
        if (cross + 3 >= rows) continue
        const four = i32x4.shuffle(abLater, cdLater, 2, 3, 6, 7)
        storeWords(to + 3 * row, netInkWords(four, v128.load(keep, 12), positiveWord, negativeWord), along, most + 1)
      }
    }
  }
}

/** The strip's signed ink in four pixels of a column. */
@inline function netOf(ink: usize): v128 {
  const p = v128.load(positive + ink)
  return hasNegative ? f32x4.sub(p, v128.load(negative + ink)) : p
}

/** Up to four pixels of a column, by the places of their opacities and of their colours. */
@inline function paint(to: usize, along: usize, count: i32, opacities: usize, ink: v128, colors: usize, sign: v128): void {
  const a = i32x4.shl(ink, 2)
  const c = i32x4.shl(sign, 2)
  store<u32>(to, load<u32>(opacities + i32x4.extract_lane(a, 0)) | load<u32>(colors + i32x4.extract_lane(c, 0)))
  if (count < 2) return
  to += along
  store<u32>(to, load<u32>(opacities + i32x4.extract_lane(a, 1)) | load<u32>(colors + i32x4.extract_lane(c, 1)))
  if (count < 3) return
  to += along
  store<u32>(to, load<u32>(opacities + i32x4.extract_lane(a, 2)) | load<u32>(colors + i32x4.extract_lane(c, 2)))
  if (count < 4) return
  to += along
  store<u32>(to, load<u32>(opacities + i32x4.extract_lane(a, 3)) | load<u32>(colors + i32x4.extract_lane(c, 3)))
}
