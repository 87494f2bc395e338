import type { NeuronReference } from '@neuroglow/engine';

/** What is selected after a neuron was picked: it alone (or nothing, if it was alone before); with `add`, it joins or leaves the others. */
export function toggleNeuron(
  selected: readonly NeuronReference[],
  { layer, neuron }: NeuronReference,
  add: boolean,
): readonly NeuronReference[] {
  const others = selected.filter((picked) => picked.layer !== layer || picked.neuron !== neuron);
  const was = others.length < selected.length;
  if (add) return was ? others : [...selected, { layer, neuron }];
  return was && others.length === 0 ? [] : [{ layer, neuron }];
}
