import type { ActivatedLayer as LayerSize } from './activations/activationFunction.js';
import { activationFunctions, type Activation } from './activations/registry.js';
import type { FloatArray } from './floatArray.js';

/** What `activate` and `multiplyByDerivative` need to know of a layer. An input layer has no activation and passes its values on. */
export interface ActivatedLayer extends LayerSize {
  readonly activation: Activation | null;
}

/** The function of a layer; a layer without one counts as linear. */
function functionOf({ activation }: ActivatedLayer) {
  return activationFunctions[activation ?? 'linear'];
}

/** a ← f(z) over [rows × neurons]. */
export function activate<A extends FloatArray>(layer: ActivatedLayer, z: A, a: A, rows: number): void {
  functionOf(layer).activate(layer, z, a, rows);
}

/**
 * From ∂C/∂a to δ = ∂C/∂z in place, over [rows × neurons]: times f′(z); for softmax the full Jacobian,
 * δⱼ = aⱼ(gⱼ − Σₖ gₖaₖ). `z` and `a` are the layer's as `activate` left them.
 */
export function multiplyByDerivative<A extends FloatArray>(
  layer: ActivatedLayer,
  z: A,
  a: A,
  gradient: A,
  rows: number,
): void {
  functionOf(layer).multiplyByDerivative(layer, z, a, gradient, rows);
}

/** f′(z) of one neuron, given z and a = f(z); 1 for an input. */
export function derivativeOf(layer: ActivatedLayer, z: number, a: number): number {
  return functionOf(layer).derivative(z, a, layer.slope);
}
