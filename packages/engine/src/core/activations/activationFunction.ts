import type { FloatArray } from '../floatArray.js';

/** The part of a layer that its activation function needs. */
export interface ActivatedLayer {
  readonly neurons: number;
  readonly slope: number;
}

/** Where a neuron fires: z > 0; or it is its layer's largest output (the first one on a tie); null where firing is undefined. */
export type Firing = 'positive' | 'winner' | null;

/**
 * An activation function. Everything that depends on which function a layer has is defined here, apart from its SIMD
 * kernel in `kernels/assembly/activations/`, a file of the same name.
 */
export interface ActivationFunction {
  /** f and f′ in words, for documentation. */
  readonly formula: { readonly f: string; readonly derivative: string; readonly note: string };
  /** a = f(z) of one neuron. null for softmax, which needs the whole layer. */
  readonly f: ((z: number, slope: number) => number) | null;
  /** f′(z), from z or from a = f(z), whichever is more accurate. For softmax its Jacobian's diagonal, a(1 − a). */
  readonly derivative: (z: number, a: number, slope: number) => number;
  /** The largest |f′|. */
  readonly steepest: (slope: number) => number;
  /** The least and the greatest a, ±∞ where there is none. */
  readonly range: (slope: number) => readonly [low: number, high: number];
  /** Every z at which f′ or f″ jumps, so that central differences across it are off. */
  readonly kinks: readonly number[];
  readonly fires: Firing;
  /**
   * Whether f(−z) is f(z) mirrored at its middle, and f fires where z > 0: sigmoid and tanh. Flipping a neuron's sign and the weights behind
   * it then changes nothing, so its two states are equals: it is *switched*, neither *on* nor *off*.
   */
  readonly symmetric: boolean;
  /** a ← f(z) over [rows × neurons]. A loop per function, so that the choice is made once per batch. */
  readonly activate: <A extends FloatArray>(layer: ActivatedLayer, z: A, a: A, rows: number) => void;
  /** From ∂C/∂a to ∂C/∂z in place, over [rows × neurons]; `z` and `a` are the layer's as `activate` left them. */
  readonly multiplyByDerivative: <A extends FloatArray>(
    layer: ActivatedLayer,
    z: A,
    a: A,
    gradient: A,
    rows: number,
  ) => void;
}
