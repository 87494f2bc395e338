import type { LayerDescription } from '@neuroglow/engine';
import type { ReactNode } from 'react';
import type { BoundQuantity } from '../../shared/quantities/bound.js';
import { bindQuantity } from '../../shared/quantities/bound.js';
import type { NeuronQuantity, QuantityContext } from '../../shared/quantities/quantity.js';
import { neuronQuantityOf, type NeuronQuantityName } from '../../shared/quantities/registry.js';
import type { NeuronNumbers } from '../quantities/colorFunction.js';

/** A bar beside every neuron of a layer, as long as a quantity's share of its domain; bars of negative values grow from the far end. */
export interface LayerBars {
  readonly layer: number;
  readonly show: 'bars';
  /** @default 'activation' */
  readonly quantity?: NeuronQuantityName | NeuronQuantity | undefined;
}

/** Something of your own beside every neuron of a layer: a number, a picture, a raster. Rendered at most ten times per second. */
export interface LayerCustom {
  readonly layer: number;
  readonly show: 'custom';
  readonly render: (neuron: NeuronNumbers) => ReactNode;
}

/** What stands beside the neurons of a layer. */
export type LayerBeside = LayerBars | LayerCustom;

/** [l] what stands beside the neurons of each layer; null for nothing. */
export type BesidePlan = readonly (BoundBars | LayerCustom | null)[];

/** Bars, bound to what the graph looks at. */
export interface BoundBars extends LayerBars {
  readonly bound: BoundQuantity<NeuronQuantity>;
}

/** What is asked for; by default a bar for each output that is a share of 1. @throws `invalid-option` for a quantity that there is not. */
export function planBeside(
  given: readonly LayerBeside[] | undefined,
  layers: readonly LayerDescription[],
  context: QuantityContext,
): BesidePlan {
  const last = layers.length - 1;
  const wanted = given ?? (last > 0 && showsShares(layers[last]) ? [{ layer: last, show: 'bars' as const }] : []);
  return layers.map((_, layer) => {
    const here = wanted.find((beside) => beside.layer === layer);
    if (here?.show !== 'bars') return here ?? null;
    const quantity = neuronQuantityOf(here.quantity ?? 'activation', `beside[${wanted.indexOf(here)}].quantity`);
    return { ...here, bound: bindQuantity(quantity, context) };
  });
}

/** The quantity of a layer's bars; null where there are none. */
export function barsOf(plan: BesidePlan, layer: number): BoundQuantity<NeuronQuantity> | null {
  const here = plan[layer];
  return here?.show === 'bars' ? here.bound : null;
}

/** Whether a layer's activations are shares of 1, so that a bar can stand for them. */
export function showsShares(layer: LayerDescription | undefined): boolean {
  return layer?.activation === 'softmax' || layer?.activation === 'sigmoid';
}
