import type { NeuronReference, ParameterReference } from '@neuroglow/engine';

/** Changing weights and biases by hand. What is tried out is only shown; what is finished is given to the source, once. */
export interface Editing {
  /** Whether a neuron has a bias that can be changed. */
  readonly isEditable: (neuron: NeuronReference) => boolean;
  readonly biasOf: (neuron: NeuronReference) => number | null;
  /** Shows what a value would do, computed here. The source hears nothing of it. */
  readonly tryOut: (parameter: ParameterReference, value: number) => void;
  /** Gives the source a value: one entry in its journal. */
  readonly finish: (parameter: ParameterReference, value: number) => void;
  /** Shows again what is. */
  readonly takeBack: () => void;
}
