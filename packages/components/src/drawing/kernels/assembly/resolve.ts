import { negative, positive, stride } from './strip'

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

/** The same where lines melt: the sign that prevails has one of two colours, and keeps `keeps[column + row]` of its ink where it is negative. */
export function resolveMelted(
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
  keeps: usize,
): void {
  const none = f32x4.splat(0)
  const whole = f32x4.splat(1)
  const most = i32x4.splat(inks - 1)
  const one = i32x4.splat(1)
  for (let block = first; block < last; block += BLOCK) {
    const until = min(last, block + BLOCK)
    for (let cross = 0; cross < rows; cross += 4) {
      const count = min(4, rows - cross)
      for (let column = block; column < until; column++) {
        const ink = 4 * (column * stride + cross)
        const net = f32x4.sub(v128.load(positive + ink), v128.load(negative + ink))
        if (!v128.any_true(net)) continue
        const prevails = f32x4.gt(net, none)
        const keep = v128.bitselect(whole, v128.load(keeps + 4 * (column + cross)), prevails)
        const amount = f32x4.mul(f32x4.mul(f32x4.abs(net), f32x4.splat(steps)), keep)
        const step = i32x4.min_s(i32x4.trunc_sat_f32x4_s(amount), most)
        const to = words + 4 * (column * alongMain + cross * alongCross)
        paint(to, 4 * alongCross, count, opacities, step, colors, v128.and(prevails, one))
      }
    }
  }
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
