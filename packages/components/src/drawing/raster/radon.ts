/**
 * A dense layer as a density picture. All straight lines between two columns of points, shaded by weight, are the back-projection of
 * the weight matrix, so they can be drawn with the approximate discrete Radon transform run backwards (Götz & Druck 1996; Brady 1998):
 * N² log₂ N additions for any number of connections, where a line at a time needs one a pixel of every line.
 *
 * A line over a strip of 2ᵏ columns is a pair (height where it enters, rise over the strip). It is the line with half the rise in the left half
 * and, entering ⌈rise/2⌉ higher, the same in the right. So from one strip of N columns the density is handed down to two of
 * N/2, and so on to N strips of one column, which are the picture. Lines that fall are lines that rise in a picture upside down.
 */
export class RadonPicture {
  readonly size: number;
  readonly #levels: number;
  /** Two generations of [strips × rises × heights]: each holds size² numbers. */
  #from: Float32Array;
  #to: Float32Array;

  /** `size` is a power of two: columns and rows of the picture. */
  constructor(size: number) {
    this.size = size;
    this.#levels = Math.log2(size);
    this.#from = new Float32Array(size * size);
    this.#to = new Float32Array(size * size);
  }

  /**
   * Adds to `picture` (column-major, size × size) every line from height i on the left to height j on the right with ink
   * `density[i · size + j]`.
   */
  add(density: Float32Array, picture: Float32Array): void {
    this.#add(density, picture, false);
    this.#add(density, picture, true);
  }

  /** Rising lines (j ≥ i), or, upside down, falling ones (j < i). */
  #add(density: Float32Array, picture: Float32Array, upsideDown: boolean): void {
    const { size } = this;
    let from = this.#from;
    let to = this.#to;
    from.fill(0);
    for (let left = 0; left < size; left++) {
      const row = left * size;
      if (upsideDown) {
        for (let right = 0; right < left; right++)
          from[(left - right) * size + size - 1 - left] = density[row + right]!;
      } else {
        for (let right = left; right < size; right++) from[(right - left) * size + left] = density[row + right]!;
      }
    }
    for (let level = this.#levels; level > 0; level--) {
      const rises = 1 << level;
      const strips = size / rises;
      const half = rises / 2;
      for (let strip = 0; strip < strips; strip++) {
        for (let halfRise = 0; halfRise < half; halfRise++) {
          const even = (strip * rises + 2 * halfRise) * size;
          const odd = even + size;
          const left = (2 * strip * half + halfRise) * size;
          const right = left + half * size;
          for (let at = 0; at < size; at++) to[left + at] = from[even + at]! + from[odd + at]!;
          to.fill(0, right, right + halfRise);
          to[right + halfRise] = from[even]!;
          for (let at = halfRise + 1; at < size; at++)
            to[right + at] = from[even + at - halfRise]! + from[odd + at - halfRise - 1]!;
        }
      }
      [from, to] = [to, from];
    }
    for (let column = 0; column < size; column++) {
      const base = column * size;
      const out = column * size;
      if (upsideDown) for (let at = 0; at < size; at++) picture[out + at]! += from[base + size - 1 - at]!;
      else for (let at = 0; at < size; at++) picture[out + at]! += from[base + at]!;
    }
  }
}
