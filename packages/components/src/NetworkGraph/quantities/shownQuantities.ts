import { bindQuantity, valuesOf, type BoundQuantity } from '../../shared/quantities/bound.js';
import { activationKindOf, kindOf, type ColorScaleKind } from '../../shared/colorScale.js';
import { activationRule, type Domain, type DomainRule } from '../../shared/domain.js';
import type { ConnectionQuantity, NeuronQuantity, QuantityContext } from '../../shared/quantities/quantity.js';
import {
  connectionQuantityOf,
  neuronQuantityOf,
  type ConnectionQuantityName,
  type NeuronQuantityName,
} from '../../shared/quantities/registry.js';
import type { LayerDescription } from '@neuroglow/engine';
import { planBeside, type BesidePlan, type LayerBeside } from '../beside/beside.js';
import type { NeuronColorFunction } from './colorFunction.js';
import type { GraphNumbers } from './numbers.js';

/** What colours neurons: a quantity by name, a quantity of your own, or a function that gives a number or a CSS colour. */
export type NeuronColor = NeuronQuantityName | NeuronQuantity | NeuronColorFunction;
/** What connections show: a quantity by name, or one of your own. */
export type ConnectionColor = ConnectionQuantityName | ConnectionQuantity;

/** What a graph shows, bound to what it looks at. */
export interface ShownQuantities {
  /** null where a function colours the neurons. */
  readonly neurons: BoundQuantity<NeuronQuantity> | null;
  readonly paint: NeuronColorFunction | null;
  readonly connections: BoundQuantity<ConnectionQuantity>;
  readonly beside: BesidePlan;
}

export interface ShownOptions {
  readonly neuronColor?: NeuronColor | undefined;
  readonly connectionColor?: ConnectionColor | undefined;
  readonly beside?: readonly LayerBeside[] | undefined;
}

/** @throws `invalid-option` for a quantity that there is not. */
export function bindShown(
  { neuronColor = 'activation', connectionColor = 'weight', beside }: ShownOptions,
  layers: readonly LayerDescription[],
  context: QuantityContext,
): ShownQuantities {
  const paint = typeof neuronColor === 'function' ? neuronColor : null;
  return {
    paint,
    neurons:
      typeof neuronColor === 'function' ? null : bindQuantity(neuronQuantityOf(neuronColor, 'neuronColor'), context),
    connections: bindQuantity(connectionQuantityOf(connectionColor, 'connectionColor'), context),
    beside: planBeside(beside, layers, context),
  };
}

/**
 * [l] the neurons' values; null in a layer without. The input layer has no bias, gradient, rate or change: it always shows the input, so that one
 * sees what the network is looking at.
 */
export function neuronValues(
  { neurons }: ShownQuantities,
  numbers: GraphNumbers,
  layers: number,
): readonly (Float32Array | null)[] {
  const values = neurons && valuesOf(neurons, numbers.frames, layers);
  return Array.from({ length: layers }, (_, layer) =>
    layer === 0 && neurons ? (numbers.activations?.[0] ?? null) : (values?.[layer] ?? null),
  );
}

/** The kind of colour scale that a layer's neurons have over a domain. The input layer shows the input, which is an activation. */
export function neuronScaleKind({ neurons }: ShownQuantities, layer: number, domain: Domain): ColorScaleKind {
  return layer === 0 || neurons?.quantity.colors === 'activation' ? activationKindOf(domain) : kindOf(domain);
}

/** How a layer's colour domain comes about. A function's numbers are unknown: [0, 1] until one lies outside. */
export function neuronRule(
  { neurons }: ShownQuantities,
  layer: number,
  layers: readonly LayerDescription[],
): DomainRule {
  const description = layers[layer];
  if (layer === 0 || !description) return activationRule(null);
  return neurons ? neurons.quantity.domain(description, layers[layer - 1]?.neurons ?? 1) : { kind: 'input' };
}
