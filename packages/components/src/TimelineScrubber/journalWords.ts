import { parameterLayout, type Hyperparameters, type JournalEntry, type NetworkDescription } from '@neuroglow/engine';
import type { NumberFormat } from '../shared/number.js';
import type { TimelineScrubberMessages } from './messages.js';

/** Changes by hand that are shown as one mark. */
export interface JournalMark {
  /** The step of the first. */
  readonly step: number;
  /** A sentence per change. */
  readonly sentences: readonly string[];
}

export interface JournalContext {
  /** At step 0; absent if unknown. */
  readonly hyperparameters: Hyperparameters | undefined;
  readonly network: NetworkDescription | null;
  readonly words: TimelineScrubberMessages;
  readonly format: NumberFormat;
}

/** The changes of a journal as marks; those closer than so many steps are one. */
export function journalMarks(
  journal: readonly JournalEntry[],
  context: JournalContext,
  leastDistance: number,
): readonly JournalMark[] {
  const marks: { step: number; sentences: string[] }[] = [];
  let current: Partial<Hyperparameters> = context.hyperparameters ?? {};
  for (const entry of journal) {
    const sentences = sentencesOf(entry, current, context);
    if (entry.change.kind === 'hyperparameters') current = { ...current, ...entry.change };
    const latest = marks.at(-1);
    if (latest && entry.step - latest.step < leastDistance) latest.sentences.push(...sentences);
    else marks.push({ step: entry.step, sentences });
  }
  return marks;
}

const names = ['learningRate', 'momentum', 'l1', 'l2'] as const;

function sentencesOf(
  { step, change }: JournalEntry,
  current: Partial<Hyperparameters>,
  { network, words, format }: JournalContext,
): string[] {
  if (change.kind === 'hyperparameters') {
    return names.flatMap((name) => {
      const to = change[name];
      return to === undefined
        ? []
        : [words.changed(words.hyperparameters[name], current[name] ?? null, to, step, format)];
    });
  }
  if (change.kind === 'parameters') return [words.parametersSet(step, format)];
  if (change.kind === 'seed') return [words.seedSet(change.seed, step, format)];
  const place = network && placeOf(change.index, network);
  if (place === null) return [words.otherChange(step, format)];
  const nameOf = (layer: number, neuron: number): string =>
    words.neuron(network?.layers[layer]?.name ?? '', neuron + 1, format);
  const neuron = nameOf(place.layer, place.neuron);
  return [
    place.input === null
      ? words.biasSet(neuron, change.value, step, format)
      : words.weightSet({ from: nameOf(place.layer - 1, place.input), to: neuron }, change.value, step, format),
  ];
}

interface ParameterPlace {
  readonly layer: number;
  readonly neuron: number;
  /** null for a bias. */
  readonly input: number | null;
}

/** Which weight or bias an index of the flat parameters is; null if it is none. */
function placeOf(index: number, network: NetworkDescription): ParameterPlace | null {
  for (const [layer, { weights, biases }] of parameterLayout(network).layers.entries()) {
    const neurons = biases.length;
    const at = index - weights.offset;
    if (at >= 0 && at < weights.length) return { layer, neuron: at % neurons, input: Math.floor(at / neurons) };
    if (index >= biases.offset && index < biases.offset + neurons) {
      return { layer, neuron: index - biases.offset, input: null };
    }
  }
  return null;
}
