/** Lays a colour word over a pixel: source over, in straight alpha. */
export function blend(pixel: usize, word: u32, alpha: f32): void {
  const under = load<u32>(pixel)
  if (alpha >= 0.998 || under >>> 24 == 0) {
    store<u32>(pixel, (<u32>nearest<f32>(alpha * 255) << 24) | (word & 0xffffff))
    return
  }
  const below = (<f32>(under >>> 24) / 255) * (1 - alpha)
  const total = alpha + below
  const share = alpha / total
  let result = <u32>nearest<f32>(total * 255) << 24
  for (let shift = 0; shift < 24; shift += 8) {
    const one = <f32>((word >>> shift) & 255)
    const other = <f32>((under >>> shift) & 255)
    result |= <u32>nearest<f32>(other + (one - other) * share) << shift
  }
  store<u32>(pixel, result)
}
