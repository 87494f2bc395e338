import type { NetworkDescription } from '@neuroglow/engine';
import type { NumberFormat } from '../../shared/number.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import type { UpdateRule } from './updateRule.js';

/** How many of a neuron's weights are shown: those that move furthest. */
const MOST_WEIGHTS = 3;

/**
 * A neuron's parameters before and after: b − η·δ, and w − η·aδ of the weights that move furthest. Gradients of the one input that the
 * pass is of, so that every number can be followed back to where it arose.
 */
export function updateLines(
  { network, words, format }: DescribeContext,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
  { rate }: UpdateRule,
  nameOf: (input: number) => string,
): string[] {
  const delta = numbers.deltas?.[layer]?.[neuron];
  const bias = numbers.biases?.[layer]?.[neuron];
  if (delta === undefined || bias === undefined) return [];
  const line = (name: string, from: number, gradient: number): string => moved(name, from, -rate * gradient, format);
  return [
    line(words.update.bias, bias, delta),
    ...furthest(network, numbers, layer, neuron, delta).map(({ input, weight, gradient }) =>
      line(words.update.weight(nameOf(input)), weight, gradient),
    ),
  ];
}

function moved(name: string, from: number, by: number, format: NumberFormat): string {
  const [before, after] = beforeAfter(from, from + by, format);
  return `${name}: ${before} ${signed(by, format)} = ${after}`;
}

/** Two numbers with as many decimals as it takes to see that they differ. */
export function beforeAfter(from: number, to: number, format: NumberFormat): readonly [before: string, after: string] {
  const written = [format.value(from), format.value(to)] as const;
  if (from === to || written[0] !== written[1]) return written;
  for (let decimals = 3; decimals < 6; decimals++) {
    const finer = [format.fixed(from, decimals), format.fixed(to, decimals)] as const;
    if (finer[0] !== finer[1]) return finer;
  }
  return [format.fixed(from, 6), format.fixed(to, 6)];
}

/** A summand with its sign apart: − 0.41. */
export function signed(value: number, format: NumberFormat): string {
  return `${value < 0 ? '−' : '+'} ${format.value(Math.abs(value))}`;
}

function furthest(
  { layers }: NetworkDescription,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
  delta: number,
): { readonly input: number; readonly weight: number; readonly gradient: number }[] {
  const weights = numbers.weights?.[layer];
  const inputs = numbers.activations?.[layer - 1];
  const neurons = layers[layer]?.neurons;
  if (!weights || !inputs || neurons === undefined) return [];
  return Array.from(inputs, (activation, input) => ({
    input,
    weight: weights[input * neurons + neuron]!,
    gradient: activation * delta,
  }))
    .sort((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient))
    .slice(0, MOST_WEIGHTS);
}
