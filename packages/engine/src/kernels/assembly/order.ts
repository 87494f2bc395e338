// The order of rows: xoshiro128** and Fisher–Yates exactly as core/ has them, with the four words of state in memory.

/** The next 32 bits. */
function next(state: usize): u32 {
  const s0 = load<u32>(state)
  const s1 = load<u32>(state, 4)
  const s2 = load<u32>(state, 8) ^ s0
  const s3 = load<u32>(state, 12) ^ s1
  store<u32>(state, s0 ^ s3)
  store<u32>(state, s1 ^ s2, 4)
  store<u32>(state, s2 ^ (s1 << 9), 8)
  store<u32>(state, rotl<u32>(s3, 11), 12)
  return rotl<u32>(s1 * 5, 7) * 9
}

/** An unbiased integer in [0, bound): Lemire's multiplication with rejection. */
function bounded(state: usize, bound: u32): u32 {
  for (;;) {
    const product = <u64>next(state) * <u64>bound
    const low = <u32>product
    if (low < bound && low < (0 - bound) % bound) continue
    return <u32>(product >> 32)
  }
}

/** Shuffles `rows` words in place, from the end. */
export function shuffle(order: usize, rows: u32, state: usize): void {
  for (let i: u32 = rows - 1; i > 0; --i) {
    const from = order + (i << 2)
    const to = order + (bounded(state, i + 1) << 2)
    const held = load<u32>(from)
    store<u32>(from, load<u32>(to))
    store<u32>(to, held)
  }
}
