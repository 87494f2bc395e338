import type { InputReference } from '../views/view.js';
import type { Unsubscribe } from '../source/trainingSource.js';

/** A neuron by its place; layer 0 is the input. */
export interface NeuronReference {
  readonly layer: number;
  readonly neuron: number;
}

/** What is picked out, shared by all pictures of one provider. Samples are rows of the training set. */
export interface Selection {
  readonly neurons: readonly NeuronReference[];
  readonly samples: readonly number[];
}

/** What the person looking has chosen. It belongs to the viewer, never to the source: two viewers may look at different inputs and steps of one run. */
export interface ViewerState {
  /** null: the source's first probe, else its first training row. */
  readonly input: InputReference | null;
  readonly selection: Selection;
  /** Neuron under the pointer or focus. Never read it in a render: subscribe, and touch the DOM or canvas. */
  readonly hover: NeuronReference | null;
  readonly cursor: 'live' | number;
}

/** A small store; the provider makes one, and a picture without a provider makes its own. */
export interface Viewer {
  readonly getSnapshot: () => ViewerState;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  readonly setInput: (input: InputReference | null) => void;
  readonly setSelection: (selection: Selection) => void;
  readonly setHover: (neuron: NeuronReference | null) => void;
  readonly setCursor: (cursor: 'live' | number) => void;
}
