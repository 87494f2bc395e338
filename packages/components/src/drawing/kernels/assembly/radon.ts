/**
 * Runs the approximate discrete Radon transform backwards: `picture` (column-major, size × size) gets every line from height i on the left to
 * height j on the right with ink `density[i · size + j] · stretches[|i − j|]`. `from` and `to` have room for size² numbers each. What is done, and why, is
 * told in raster/radon.ts.
 */
export function project(density: usize, size: i32, stretches: usize, from: usize, to: usize, picture: usize): void {
  memory.fill(from, 0, 4 * size * size)
  for (let left = 0; left < size; left++) {
    for (let right = left; right < size; right++) {
      const rise = right - left
      const ink = load<f32>(density + 4 * (left * size + right)) * load<f32>(stretches + 4 * rise)
      store<f32>(from + 4 * (rise * size + left), ink)
    }
  }
  let columns = handDown(size, from, to)
  memory.copy(picture, columns, 4 * size * size)
  memory.fill(from, 0, 4 * size * size)
  for (let left = 0; left < size; left++) {
    for (let right = 0; right < left; right++) {
      const fall = left - right
      const ink = load<f32>(density + 4 * (left * size + right)) * load<f32>(stretches + 4 * fall)
      store<f32>(from + 4 * (fall * size + size - 1 - left), ink)
    }
  }
  columns = handDown(size, from, to)
  for (let column = 0; column < size; column++) {
    let upsideDown = columns + 4 * (column + 1) * size
    for (let at = 0; at < size; at += 4, picture += 16) {
      upsideDown -= 16
      const fallen = v128.load(upsideDown)
      v128.store(picture, f32x4.add(v128.load(picture), i32x4.shuffle(fallen, fallen, 3, 2, 1, 0)))
    }
  }
}

/** From one strip of `size` rises to `size` strips of one, the picture's columns; returns where they are. */
function handDown(size: i32, from: usize, to: usize): usize {
  const bytes = 4 * size
  for (let rises = size; rises > 1; rises >>= 1) {
    const half = rises >> 1
    for (let first = 0; first < size; first += rises) {
      for (let rise = 0; rise < half; rise++) {
        const even = from + (first + 2 * rise) * bytes
        const odd = even + bytes
        const left = to + (first + rise) * bytes
        const right = left + half * bytes
        for (let at = 0; at < bytes; at += 16)
          v128.store(left + at, f32x4.add(v128.load(even + at), v128.load(odd + at)))
        memory.fill(right, 0, 4 * rise)
        store<f32>(right + 4 * rise, load<f32>(even))
        let above = even + 4
        let below = odd
        let at = right + 4 * (rise + 1)
        const end = right + bytes
        for (; at + 16 <= end; at += 16, above += 16, below += 16)
          v128.store(at, f32x4.add(v128.load(above), v128.load(below)))
        for (; at < end; at += 4, above += 4, below += 4) store<f32>(at, load<f32>(above) + load<f32>(below))
      }
    }
    const done = from
    from = to
    to = done
  }
  return from
}
