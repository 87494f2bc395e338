import type { NeuronReference } from '@neuroglow/engine';

export function sameNeuron(one: NeuronReference | null, other: NeuronReference | null): boolean {
  return one === other || (one !== null && other !== null && one.layer === other.layer && one.neuron === other.neuron);
}

/** What is selected after a neuron was picked: it alone, or nothing if it was alone before; with `add`, it joins or leaves the others. */
export function pickNeuron(
  selected: readonly NeuronReference[],
  picked: NeuronReference,
  add: boolean,
): readonly NeuronReference[] {
  const others = selected.filter((neuron) => !sameNeuron(neuron, picked));
  const was = others.length < selected.length;
  if (add) return was ? others : [...selected, picked];
  return was && others.length === 0 ? [] : [picked];
}
