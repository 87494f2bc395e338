import type { LayerDescription } from '@neuroglow/engine';
import { activationRule, signedRule, type DomainRule } from '../../shared/domain.js';
import type { GraphNumbers } from './numbers.js';

/** What is known of one neuron. */
export interface NeuronNumbers {
  readonly layer: number;
  readonly neuron: number;
  readonly activation: number | null;
  readonly preActivation: number | null;
  /** null in the input layer. */
  readonly bias: number | null;
  /** δ = ∂C/∂z. */
  readonly gradient: number | null;
}

/** Gives a neuron a number for the colour scale, or a CSS colour of its own. */
export type NeuronColorFunction = (neuron: NeuronNumbers) => number | string;

/** The quantities that colour neurons by themselves. */
export type NeuronQuantity = 'activation' | 'preActivation' | 'bias' | 'gradient' | 'change' | 'firingRate';
export type NeuronColor = NeuronQuantity | NeuronColorFunction;
export type ConnectionColor = 'weight' | 'contribution' | 'gradient';

/** What is known of a neuron in these numbers. */
export function neuronNumbers(numbers: GraphNumbers, layer: number, neuron: number): NeuronNumbers {
  return {
    layer,
    neuron,
    activation: numbers.activations?.[layer]?.[neuron] ?? null,
    preActivation: numbers.preActivations?.[layer]?.[neuron] ?? null,
    bias: layer > 0 ? (numbers.biases?.[layer]?.[neuron] ?? null) : null,
    gradient: layer > 0 ? (numbers.deltas?.[layer]?.[neuron] ?? null) : null,
  };
}

/**
 * The values of a layer. The input layer has no bias, gradient, rate or change of its own: it always shows the input itself, so
 * that one sees what the network is looking at.
 */
export function layerValues(numbers: GraphNumbers, quantity: NeuronQuantity, layer: number): Float32Array | null {
  const activations = numbers.activations?.[layer] ?? null;
  if (layer === 0) return activations;
  switch (quantity) {
    case 'activation':
      return activations;
    case 'preActivation':
      return numbers.preActivations?.[layer] ?? null;
    case 'bias':
      return numbers.biases?.[layer] ?? null;
    case 'gradient':
      return numbers.deltas?.[layer] ?? null;
    case 'firingRate':
      return numbers.firingRates?.[layer] ?? null;
    case 'change': {
      const former = numbers.formerActivations?.[layer];
      return activations && former?.length === activations.length
        ? activations.map((activation, neuron) => activation - (former[neuron] ?? 0))
        : null;
    }
  }
}

/** How a layer's colour domain comes about. */
export function ruleOf(color: NeuronColor, layer: number, { activation }: LayerDescription): DomainRule {
  if (layer === 0) return activationRule(null);
  if (typeof color === 'function') return { kind: 'input' };
  switch (color) {
    case 'activation':
      return activationRule(activation);
    case 'firingRate':
      return { kind: 'fixed', domain: [0, 1] };
    case 'preActivation':
    case 'bias':
    case 'gradient':
    case 'change':
      return signedRule;
  }
}

/** What connections show: values, and for contributions the activations that they carry. */
export function connectionValues(
  numbers: GraphNumbers,
  color: ConnectionColor,
): { readonly values: readonly Float32Array[] | null; readonly carried: readonly Float32Array[] | null } {
  switch (color) {
    case 'weight':
      return { values: numbers.weights, carried: null };
    case 'contribution':
      return { values: numbers.activations ? numbers.weights : null, carried: numbers.activations };
    case 'gradient':
      return { values: numbers.weightGradients, carried: null };
  }
}
