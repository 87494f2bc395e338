import { activationFunctions, isFiring, type LayerDescription, type NetworkDescription } from '@neuroglow/engine';
import type { TooltipContent } from '../../shared/tooltip.js';
import type { GraphNumbers } from '../quantities/numbers.js';
import { valuesOf, wordsOf } from '../../shared/quantities/bound.js';
import { signed, updateLines } from '../pass/updateLines.js';
import { answerOf } from './answer.js';
import type { DescribeContext } from './describeContext.js';
import { isLayerFlagged, type LayerFlags } from '../quantities/useLayerFlags.js';

/** A neuron's own label, or its number counted from 1. */
export function neuronLabel({ network, words, format }: DescribeContext, layer: number, neuron: number): string {
  return network.layers[layer]?.labels?.[neuron] ?? words.neuronName(neuron + 1, format);
}

/** What a screen reader hears of a layer: "hidden 1, 16 neurons, all 16 dead". */
export function layerSentence({ network, words, format }: DescribeContext, layer: number, flags?: LayerFlags): string {
  const { name = '', neurons = 0 } = network.layers[layer] ?? {};
  const said = words.layer(name, neurons, format);
  return flags && isLayerFlagged(flags, neurons) ? `${said}, ${words.flagged(flags, neurons, format)}` : said;
}

/** What a screen reader hears of a neuron: "hidden 1: layer 2 of 4, neuron 3 of 16, activation 0.93, bias −0.41". */
export function neuronSentence(context: DescribeContext, numbers: GraphNumbers, layer: number, neuron: number): string {
  const { network, words, format } = context;
  const description = network.layers[layer];
  const flag = numbers.flags?.[layer]?.[neuron] ?? 0;
  const shown = shownQuantity(context, numbers, layer, neuron, 'spoken');
  return words.neuron(
    {
      name: description?.name ?? '',
      layer: layer + 1,
      layers: network.layers.length,
      index: neuron + 1,
      neurons: description?.neurons ?? 0,
      label: description?.labels?.[neuron] ?? null,
      activation: numbers.activations?.[layer]?.[neuron] ?? null,
      bias: layer > 0 ? (numbers.biases?.[layer]?.[neuron] ?? null) : null,
      extra: [
        ...(shown === null ? [] : [shown]),
        ...passWords(context, numbers, layer, neuron),
        ...(flag === 1 ? [words.dead] : flag === 2 ? [words.saturated] : []),
        ...answerWords(context, numbers, layer, neuron),
      ],
    },
    format,
  );
}

/** What a shown pass has come to say of a neuron. */
function passWords(
  { phase, update, words, format }: DescribeContext,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
): string[] {
  const delta = numbers.deltas?.[layer]?.[neuron];
  const bias = numbers.biases?.[layer]?.[neuron];
  if (phase === 'backward' && delta !== undefined) return [words.deltaNote(format.value(delta))];
  if (phase === 'update' && update && delta !== undefined && bias !== undefined) {
    return [words.biasBecomes(format.value(bias - update.rate * delta))];
  }
  return [];
}

/** The neuron's arithmetic: Σ w·a + b = z, f(z) = a, where most of it comes from, and in the backward pass how δ arises. */
export function neuronTooltip(
  context: DescribeContext,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
): TooltipContent {
  const { network, words, format } = context;
  const description = network.layers[layer];
  const title = words.neuronTitle(description?.name ?? '', neuronLabel(context, layer, neuron));
  const activation = numbers.activations?.[layer]?.[neuron];
  if (layer === 0 || !description) {
    return { title, lines: activation === undefined ? [] : [`a = ${format.value(activation)}`] };
  }
  const bias = numbers.biases?.[layer]?.[neuron];
  const z = numbers.preActivations?.[layer]?.[neuron];
  const parts = contributions(numbers, network, layer, neuron);
  const lines: string[] = [];
  if (z !== undefined && bias !== undefined) {
    lines.push(`Σ w·a + b = ${format.value(z - bias)} ${signed(bias, format)} = ${format.value(z)}`);
  } else if (bias !== undefined) {
    lines.push(`b = ${format.value(bias)}`);
  }
  if (activation !== undefined && z !== undefined) {
    const fires = firing(description, numbers, layer, neuron);
    lines.push(
      `${description.activation ?? 'f'}(${description.activation === 'softmax' ? 'z' : format.value(z)}) = ${format.value(activation)}${
        fires === null ? '' : ` · ${fires ? words.firing : words.silent}`
      }`,
    );
  }
  const delta = numbers.deltas?.[layer]?.[neuron];
  if (
    delta !== undefined &&
    (context.phase === 'backward' ||
      context.phase === 'update' ||
      context.shown.neurons?.quantity.arithmetic === 'backward')
  ) {
    lines.push(...deltaLines(context, numbers, layer, neuron, delta));
  }
  const target =
    layer === network.layers.length - 1 && context.phase !== null && context.phase !== 'forward'
      ? numbers.target?.[neuron]
      : undefined;
  if (target !== undefined) lines.push(words.target(format.value(target)));
  if (context.update) {
    const nameOf = (input: number): string => neuronLabel(context, layer - 1, input);
    lines.push(...updateLines(context, numbers, layer, neuron, context.update, nameOf));
  }
  const shown = shownQuantity(context, numbers, layer, neuron, 'tooltip');
  if (shown !== null) lines.push(shown);
  const flag = numbers.flags?.[layer]?.[neuron] ?? 0;
  if (flag > 0) lines.push(flag === 1 ? words.dead : words.saturated);
  const largest = parts
    .slice(0, 3)
    .map(({ value, input }) => words.from(format.value(value), neuronLabel(context, layer - 1, input)));
  return { title, lines, ...(largest.length > 0 && { note: words.largest(largest.join(' · ')) }) };
}

/** δⱼ = f′(zⱼ) Σ wⱼₖ δₖ, with its numbers; at the output δ comes from the cost itself. */
function deltaLines(
  { network, format }: DescribeContext,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
  delta: number,
): string[] {
  const next = numbers.weights?.[layer + 1];
  const deltas = numbers.deltas?.[layer + 1];
  const neurons = network.layers[layer + 1]?.neurons;
  if (!next || !deltas || neurons === undefined) return [`δ = ∂C/∂z = ${format.value(delta)}`];
  let sum = 0;
  for (let k = 0; k < neurons; k++) sum += next[neuron * neurons + k]! * deltas[k]!;
  const slope = numbers.slopes?.[layer]?.[neuron] ?? (sum === 0 ? null : delta / sum);
  if (slope === null) return [`δ = ∂C/∂z = ${format.value(delta)}`];
  return [`δ = f′(z) Σ w·δ = ${format.value(slope)} × ${format.value(sum)} = ${format.value(delta)}`];
}

interface Contribution {
  readonly input: number;
  readonly value: number;
}

/** w·a of every input, largest magnitude first. */
export function contributions(
  numbers: GraphNumbers,
  network: NetworkDescription,
  layer: number,
  neuron: number,
): Contribution[] {
  const weights = numbers.weights?.[layer];
  const inputs = numbers.activations?.[layer - 1];
  const neurons = network.layers[layer]?.neurons;
  if (!weights || !inputs || neurons === undefined) return [];
  return Array.from(inputs, (activation, input) => ({ input, value: activation * weights[input * neurons + neuron]! }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** The coloured quantity in words; null where the words leave it out, or it has no value. */
function shownQuantity(
  { network, shown: { neurons }, words, format }: DescribeContext,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
  place: 'tooltip' | 'spoken',
): string | null {
  if (layer === 0 || !neurons) return null;
  const name = wordsOf(neurons, words, words.quantities, format)[place];
  const value = valuesOf(neurons, numbers.frames, network.layers.length)?.[layer]?.[neuron];
  return name === null || value === undefined ? null : `${name} ${format.value(value)}`;
}

/** Whether a neuron fires; null where firing is not defined, or its layer's pre-activations are not known. */
function firing(description: LayerDescription, numbers: GraphNumbers, layer: number, neuron: number): boolean | null {
  const { activation } = description;
  const competes = activation !== null && activationFunctions[activation].fires === 'winner';
  // The largest z is the largest activation too.
  const z = numbers.preActivations?.[layer] ?? (competes ? numbers.activations?.[layer] : undefined);
  return z ? isFiring(description, z, neuron) : null;
}

/** Whether a neuron is the answer, whether that is right, and whether the neuron would be. */
function answerWords(
  { network, words }: DescribeContext,
  numbers: GraphNumbers,
  layer: number,
  neuron: number,
): readonly string[] {
  if (layer !== network.layers.length - 1) return [];
  const { winner, truth } = answerOf(network.layers, numbers);
  const isAnswer = neuron === winner;
  return [
    ...(isAnswer ? [words.winner] : []),
    ...(isAnswer && truth >= 0 ? [winner === truth ? words.right : words.wrong] : []),
    ...(neuron === truth && !isAnswer ? [words.truth] : []),
  ];
}
