import { blend } from './blend'

/**
 * Paints a ring around a point onto a surface, or with a negative `inner` a disc, anti-aliased, its alpha multiplied by `strength`: source
 * over, in straight alpha.
 */
export function ring(
  words: usize,
  width: i32,
  height: i32,
  x: f32,
  y: f32,
  inner: f32,
  outer: f32,
  word: u32,
  strength: f32,
): void {
  const left = max(0, <i32>ceil<f32>(x - outer - 1))
  const right = min(width - 1, <i32>floor<f32>(x + outer))
  const bottom = min(height - 1, <i32>floor<f32>(y + outer))
  const opacity = <f32>(word >>> 24) / 255
  for (let py = max(0, <i32>ceil<f32>(y - outer - 1)); py <= bottom; py++) {
    const dy = <f32>py + 0.5 - y
    for (let px = left; px <= right; px++) {
      const dx = <f32>px + 0.5 - x
      const distance = sqrt<f32>(dx * dx + dy * dy)
      const cover = min<f32>(outer - distance, distance - inner) + 0.5
      if (cover > 0) blend(words + 4 * (py * width + px), word, opacity * strength * min<f32>(1, cover))
    }
  }
}

/** Takes away what was painted within a disc. */
export function erase(words: usize, width: i32, height: i32, x: f32, y: f32, radius: f32): void {
  const left = max(0, <i32>ceil<f32>(x - radius - 1))
  const right = min(width - 1, <i32>floor<f32>(x + radius))
  const bottom = min(height - 1, <i32>floor<f32>(y + radius))
  for (let py = max(0, <i32>ceil<f32>(y - radius - 1)); py <= bottom; py++) {
    const dy = <f32>py + 0.5 - y
    for (let px = left; px <= right; px++) {
      const dx = <f32>px + 0.5 - x
      const cover = radius + 0.5 - sqrt<f32>(dx * dx + dy * dy)
      const pixel = words + 4 * (py * width + px)
      const word = load<u32>(pixel)
      if (cover <= 0 || word == 0) continue
      const kept: u32 = cover < 1 ? <u32>nearest<f32>(<f32>(word >>> 24) * (1 - cover)) : 0
      store<u32>(pixel, (kept << 24) | (word & 0xffffff))
    }
  }
}

/** Paints `count` discs of colours `colors`, their centres at `main` along x and at `cross` along y, or the other way round. */
export function dots(
  words: usize,
  width: i32,
  height: i32,
  main: f32,
  cross: usize,
  topToBottom: i32,
  radius: f32,
  strength: f32,
  colors: usize,
  count: i32,
): void {
  for (let at = 0; at < count; at++) {
    const along = load<f32>(cross + 4 * at)
    const x = topToBottom ? along : main
    const y = topToBottom ? main : along
    ring(words, width, height, x, y, -radius, radius, load<u32>(colors + 4 * at), strength)
  }
}
