/**
 * Costs. C is averaged over the rows of a batch:
 * - meanSquaredError: Σⱼ (aⱼ − yⱼ)², summed over outputs, no ½: δ = 2(a − y)·f′(z)/rows (full Jacobian for softmax).
 * - binaryCrossEntropy: −Σⱼ y log a + (1−y) log(1−a), summed over outputs, from logits; needs sigmoid outputs: δ = (a − y)/rows.
 * - categoricalCrossEntropy: −Σⱼ yⱼ log pⱼ, from logits; needs a softmax output and rows of targets that sum to 1: δ = (p − y)/rows.
 */
export type Cost = 'meanSquaredError' | 'binaryCrossEntropy' | 'categoricalCrossEntropy';

/**
 * Optimizers, as plain data; g is the gradient of cost plus penalty.
 * - sgd: θ ← θ − η g
 * - momentum: v ← μ v + g; θ ← θ − η v
 * - adam (Kingma & Ba 2015, with bias correction): m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²;
 *   θ ← θ − η · (m/(1−β₁ᵗ)) / (√(v/(1−β₂ᵗ)) + ε)
 */
export type Optimizer =
  | { readonly kind: 'sgd'; readonly learningRate: number }
  | { readonly kind: 'momentum'; readonly learningRate: number; readonly momentum: number }
  | {
      readonly kind: 'adam';
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
    };

/** Penalties on weights, never on biases: λ₁Σ|w| (sign 0 at 0) + ½λ₂Σw². The shown cost does not include them. */
export interface Penalty {
  readonly l1: number;
  readonly l2: number;
}

/** What may be changed by hand during a run; every change is journaled. `momentum` only matters to the momentum optimizer. */
export interface Hyperparameters extends Penalty {
  readonly learningRate: number;
  readonly momentum: number;
}

/** Which arithmetic made a run: readable double-accumulated loops, or the SIMD kernels. A replay uses the same. */
export type ArithmeticKind = 'core' | 'kernels';
