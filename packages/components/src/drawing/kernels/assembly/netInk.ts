/** What `inkTable` (raster/ink.ts) has as its last entry: beyond it paint grows no thicker. */
const MOST: f32 = 1023.5 / 256

/**
 * Four pixels of net ink as colour words: opacity 1 − e^−|net|, in the colour of the sign that prevails, of which negative ink keeps a share.
 * e^x is 2^whole, made of bits, times a polynomial for the rest, which is within a thirtieth of a step of opacity.
 */
@inline export function netInkWords(net: v128, keep: v128, positive: v128, negative: v128): v128 {
  const one = f32x4.splat(1)
  const prevails = f32x4.gt(net, f32x4.splat(0))
  const kept = v128.bitselect(one, keep, prevails)
  const amount = f32x4.min(f32x4.mul(f32x4.abs(net), kept), f32x4.splat(MOST))
  const power = f32x4.mul(amount, f32x4.splat(-1.442695))
  const whole = f32x4.floor(power)
  const rest = f32x4.sub(power, whole)
  let through = f32x4.add(f32x4.mul(rest, f32x4.splat(0.0781455737)), f32x4.splat(0.226173572))
  through = f32x4.add(f32x4.mul(rest, through), f32x4.splat(0.695556856))
  through = f32x4.add(f32x4.mul(rest, through), one)
  const bits = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  const opacity = f32x4.mul(f32x4.sub(one, f32x4.mul(through, bits)), f32x4.splat(255))
  const alpha = i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.add(opacity, f32x4.splat(0.5))), 24)
  return v128.or(alpha, v128.bitselect(positive, negative, prevails))
}

/** Stores up to four words, `along` bytes apart. */
@inline export function storeWords(to: usize, words: v128, along: usize, count: i32): void {
  if (along == 4 && count >= 4) {
    v128.store(to, words)
    return
  }
  v128.store32_lane(to, words, 0)
  if (count > 1) v128.store32_lane(to + along, words, 1)
  if (count > 2) v128.store32_lane(to + 2 * along, words, 2)
  if (count > 3) v128.store32_lane(to + 3 * along, words, 3)
}
