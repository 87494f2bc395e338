// Optimizer updates over `bytes` of parameters (a multiple of 16) and their gradients, four at a time.

/** g ← g + λ₁·sign w + λ₂·w, sign 0 at 0 */
export function penalise(w: usize, g: usize, bytes: usize, l1: f32, l2: f32): void {
  const zero = f32x4.splat(0)
  const sign = i32x4.splat(0x80000000)
  const l1s = f32x4.splat(l1)
  const l2s = f32x4.splat(l2)
  for (const end = w + bytes; w < end; w += 16, g += 16) {
    const x = v128.load(w)
    const first = v128.and(v128.xor(l1s, v128.and(x, sign)), f32x4.ne(x, zero))
    v128.store(g, f32x4.add(v128.load(g), f32x4.add(first, f32x4.mul(x, l2s))))
  }
}

/** θ ← θ − η g */
export function sgd(w: usize, g: usize, bytes: usize, rate: f32): void {
  const rates = f32x4.splat(rate)
  for (const end = w + bytes; w < end; w += 16, g += 16) {
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(v128.load(g), rates)))
  }
}

/** θ ← θ − η g, and g ← 0, for who adds to it next. */
export function sgdThenClear(w: usize, g: usize, bytes: usize, rate: f32): void {
  const rates = f32x4.splat(rate)
  const zero = f32x4.splat(0)
  for (const end = w + bytes; w < end; w += 16, g += 16) {
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(v128.load(g), rates)))
    v128.store(g, zero)
  }
}

/** v ← μ v + g; θ ← θ − η v */
export function momentum(w: usize, g: usize, v: usize, bytes: usize, rate: f32, mu: f32): void {
  const rates = f32x4.splat(rate)
  const mus = f32x4.splat(mu)
  for (const end = w + bytes; w < end; w += 16, g += 16, v += 16) {
    const velocity = f32x4.add(f32x4.mul(v128.load(v), mus), v128.load(g))
    v128.store(v, velocity)
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(velocity, rates)))
  }
}

/**
 * m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; θ ← θ − (rate·m)/(√(v·correction) + ε) with rate = η/(1−β₁ᵗ), correction = 1/(1−β₂ᵗ)
 */
export function adam(
  w: usize, g: usize, m: usize, v: usize, bytes: usize,
  rate: f32, beta1: f32, rest1: f32, beta2: f32, rest2: f32, correction: f32, epsilon: f32,
): void {
  const rates = f32x4.splat(rate)
  const corrections = f32x4.splat(correction)
  const epsilons = f32x4.splat(epsilon)
  for (const end = w + bytes; w < end; w += 16, g += 16, m += 16, v += 16) {
    const gradient = v128.load(g)
    const mean = f32x4.add(
      f32x4.mul(v128.load(m), f32x4.splat(beta1)),
      f32x4.mul(gradient, f32x4.splat(rest1)),
    )
    const square = f32x4.add(
      f32x4.mul(v128.load(v), f32x4.splat(beta2)),
      f32x4.mul(f32x4.mul(gradient, gradient), f32x4.splat(rest2)),
    )
    v128.store(m, mean)
    v128.store(v, square)
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(square, corrections)), epsilons)
    v128.store(w, f32x4.sub(v128.load(w), f32x4.div(f32x4.mul(mean, rates), root)))
  }
}
