import { blend } from './blend'

/** Fills a rectangle of a surface, anti-aliased at its edges, its alpha multiplied by `strength`: source over, in straight alpha. */
export function rectangle(
  words: usize,
  width: i32,
  height: i32,
  left: f32,
  top: f32,
  right: f32,
  bottom: f32,
  word: u32,
  strength: f32,
): void {
  const first = max(0, <i32>floor<f32>(left))
  const last = min(width, <i32>ceil<f32>(right))
  const lowest = min(height, <i32>ceil<f32>(bottom))
  const opacity = (<f32>(word >>> 24) / 255) * strength
  for (let py = max(0, <i32>floor<f32>(top)); py < lowest; py++) {
    const high = min<f32>(bottom, <f32>(py + 1)) - max<f32>(top, <f32>py)
    for (let px = first; px < last; px++) {
      const wide = min<f32>(right, <f32>(px + 1)) - max<f32>(left, <f32>px)
      const alpha = opacity * high * wide
      if (alpha > 0) blend(words + 4 * (py * width + px), word, alpha)
    }
  }
}
