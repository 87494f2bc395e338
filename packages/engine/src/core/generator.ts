import { checkInteger, checkSeed } from './check.js';
import { NeuroglowError } from './error.js';
import { log } from './log.js';

/**
 * The seeded generator of every random choice: xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear
 * pseudorandom number generators", 2018), period 2¹²⁸ − 1. All words are unsigned 32-bit; × and + wrap at 2³²; ⋘ rotates left.
 *
 * Seeding, by splitmix32 (mixing constants of Ettinger's "hash-prospector"), for each word s₀ … s₃ in turn:
 * ```
 * seed ← seed + 0x9e3779b9
 * x ← seed;  x ← (x ⊕ (x ≫ 16)) × 0x21f0aaad;  x ← (x ⊕ (x ≫ 15)) × 0x735a2d97;  sᵢ ← x ⊕ (x ≫ 15)
 * ```
 * It maps distinct seeds to distinct words, so at most one word is 0 and the forbidden all-zero state cannot arise.
 *
 * One draw:
 * ```
 * result ← ((s₁ × 5) ⋘ 7) × 9;  t ← s₁ ≪ 9
 * s₂ ← s₂ ⊕ s₀;  s₃ ← s₃ ⊕ s₁;  s₁ ← s₁ ⊕ s₂;  s₀ ← s₀ ⊕ s₃;  s₂ ← s₂ ⊕ t;  s₃ ← s₃ ⋘ 11
 * ```
 */
export class RandomGenerator {
  /** The four words; changing them changes the future. */
  readonly state: Uint32Array;

  constructor(state: Uint32Array) {
    this.state = state;
  }

  /** The next 32 bits, as an integer in [0, 2³²). */
  next(): number {
    const s = this.state;
    const s1 = s[1]!;
    const five = Math.imul(s1, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const s2 = s[2]! ^ s[0]!;
    const s3 = s[3]! ^ s1;
    s[1] = s1 ^ s2;
    s[0] = s[0]! ^ s3;
    s[2] = s2 ^ (s1 << 9);
    s[3] = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  /**
   * An unbiased integer in [0, bound), bound in [1, 2³²): Lemire's multiplication with rejection ("Fast random integer
   * generation in an interval", 2019). With x the next draw and the 64-bit product m = x × bound: while the low half of m is
   * less than (2³² − bound) mod bound, draw again; the answer is the high half. The remainder is only needed where
   * low < bound, but computing it always would choose the same. Even bound = 1 takes one draw.
   */
  bounded(bound: number): number {
    for (;;) {
      const x = this.next();
      const low = Math.imul(x, bound) >>> 0;
      if (low < bound && low < (0x1_0000_0000 - bound) % bound) continue;
      // The high half of the product, through exact products of fewer than 53 bits.
      return Math.floor(((x >>> 16) * bound + Math.floor(((x & 0xffff) * bound) / 0x10000)) / 0x10000);
    }
  }

  /** Uniform in [0, 1), a multiple of 2⁻²⁴ (exact in float32): the next draw's upper 24 bits. */
  uniform32(): number {
    return (this.next() >>> 8) / 0x1000000;
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³: 27 upper bits of one draw, then 26 of the next. */
  uniform(): number {
    const high = this.next() >>> 5;
    return (high * 0x4000000 + (this.next() >>> 6)) / 0x20000000000000;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /**
   * Standard normal: Marsaglia's polar method (1964). Draws u, v in [−1, 1) until 0 < s = u² + v² < 1; gives
   * u·√(−2 ln(s)/s). Its twin v·√… is dropped, so that four words are the whole state.
   */
  normal(): number {
    for (;;) {
      const u = this.between(-1, 1);
      const v = this.between(-1, 1);
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s);
    }
  }
}

/** A generator from a seed, an integer in [0, 2³²). Throws `invalid-option` otherwise. */
export function createGenerator(seed: number): RandomGenerator {
  checkSeed(seed);
  const state = new Uint32Array(4);
  let counter = seed | 0;
  for (let i = 0; i < 4; i++) {
    counter = (counter + 0x9e3779b9) | 0;
    let x = counter;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    state[i] = x ^ (x >>> 15);
  }
  return new RandomGenerator(state);
}

/** A generator that continues from four saved words, which are copied. */
export function generatorFromState(words: ArrayLike<number>): RandomGenerator {
  const state = Uint32Array.from(words);
  if (state.length !== 4 || state.every((word) => word === 0)) {
    throw new NeuroglowError(
      'invalid-option',
      `generator state: expected four 32-bit words, not all 0, got ${state.length} words; pass a state saved from a generator.`,
    );
  }
  for (let i = 0; i < 4; i++) checkInteger(words[i], `generator state, word ${i}`, 0, 0xffffffff);
  return new RandomGenerator(state);
}
