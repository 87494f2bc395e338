import type { InputReference } from '../views/view.js';
import type { TrainingSource, Unsubscribe } from '../source/trainingSource.js';

/** A neuron by its place; layer 0 is the input. */
export interface NeuronReference {
  readonly layer: number;
  readonly neuron: number;
}

/** Something selected or pointed at in a picture of a source. */
export interface OfSource {
  /** The source it belongs to. Left out: the provider's source; without one, any source. */
  readonly source?: TrainingSource;
}

/** The neuron under the pointer or focus, and its source. */
export interface HoveredNeuron extends NeuronReference, OfSource {}

/** The selection, shared by all pictures of one provider. */
export interface Selection extends OfSource {
  readonly neurons: readonly NeuronReference[];
  /** Rows of a data set. */
  readonly samples: readonly number[];
  /** Which data set. Default 'training'. */
  readonly samplesOf?: 'training' | 'validation' | undefined;
}

/** What the person looking has chosen. It belongs to the viewer, never to the source, so that two viewers can show different inputs and steps of one run. */
export interface ViewerState {
  /** null: the source's first probe, otherwise its first training row. */
  readonly input: InputReference | null;
  readonly selection: Selection;
  /** Neuron under the pointer or focus. Never read it in a render: subscribe, and touch the DOM or canvas. */
  readonly hover: HoveredNeuron | null;
  readonly cursor: 'live' | number;
  /** The steps that pictures over time show, both ends included. */
  readonly range: 'all' | readonly [from: number, to: number];
  /** The step under the pointer in a picture over time. Like `hover`, never read it in a render. */
  readonly hoveredStep: number | null;
}

/** A small store. The provider creates one; a picture without a provider creates its own. */
export interface Viewer {
  readonly getSnapshot: () => ViewerState;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  readonly setInput: (input: InputReference | null) => void;
  readonly setSelection: (selection: Selection) => void;
  readonly setHover: (neuron: HoveredNeuron | null) => void;
  readonly setCursor: (cursor: 'live' | number) => void;
  readonly setRange: (range: ViewerState['range']) => void;
  readonly setHoveredStep: (step: number | null) => void;
}
