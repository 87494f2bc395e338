import { columns, shares } from './strip'

// Where positions are in a density picture: point k of its `size` stands at `lowest + k · pitch`. Set by `place`, read until its next call.
export let lowest: f32 = 0
export let pitch: f32 = 1

/** Spreads a picture's `size` points over all positions, and writes into `heights` which point each has: those of `from`, then those of `to`. */
export function place(from: usize, fromCount: i32, to: usize, toCount: i32, size: i32, heights: usize): void {
  let least: f32 = f32.MAX_VALUE
  let most: f32 = -f32.MAX_VALUE
  for (let at = 0; at < fromCount; at++) {
    const position = load<f32>(from + 4 * at)
    least = min(least, position)
    most = max(most, position)
  }
  for (let at = 0; at < toCount; at++) {
    const position = load<f32>(to + 4 * at)
    least = min(least, position)
    most = max(most, position)
  }
  lowest = least
  pitch = max<f32>(1e-6, (most - least) / <f32>(size - 1))
  for (let at = 0; at < fromCount; at++) store<i32>(heights + 4 * at, pointOf(load<f32>(from + 4 * at)))
  heights += 4 * fromCount
  for (let at = 0; at < toCount; at++) store<i32>(heights + 4 * at, pointOf(load<f32>(to + 4 * at)))
}

@inline function pointOf(position: f32): i32 {
  return <i32>floor<f32>((position - lowest) / pitch + 0.5)
}

/**
 * [rise] how much longer than the way across a line is that rises so many points: a steep line leaves as much more ink, on average over
 * its columns. Every eighth column tells enough: a way is smooth.
 */
export function stretch(size: i32, stretches: usize): void {
  memory.fill(stretches, 0, 4 * size)
  const one = f32x4.splat(1)
  const four = f32x4.splat(4)
  let count: f32 = 0
  for (let column = 0; column < columns; column += 8, count++) {
    const step = (load<f32>(shares + 4 * column, 4) - load<f32>(shares + 4 * column)) * pitch
    const square = f32x4.splat(step * step)
    let rise = f32x4(0, 1, 2, 3)
    for (let at: usize = 0; at < 4 * size; at += 16, rise = f32x4.add(rise, four)) {
      const length = f32x4.sqrt(f32x4.add(one, f32x4.mul(f32x4.mul(rise, rise), square)))
      v128.store(stretches + at, f32x4.add(v128.load(stretches + at), length))
    }
  }
  const share = f32x4.splat(1 / count)
  for (let at: usize = 0; at < 4 * size; at += 16)
    v128.store(stretches + at, f32x4.mul(v128.load(stretches + at), share))
}
