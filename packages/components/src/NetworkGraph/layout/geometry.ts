import type { LayerPlacement } from '../../drawing/scenes/network.js';
import type { LayerPlaces } from './placement.js';

export type Orientation = 'left-right' | 'top-bottom';

/** Space around the picture, in CSS pixels. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface GeometryOptions {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly margin: Margin;
  /** Whether layer names and labels of neurons take room. */
  readonly labels: boolean;
  /** Layers with something beside their neurons. */
  readonly beside: ReadonlySet<number>;
  /** The layer whose neurons carry small pictures, and so want more room; −1 for none. */
  readonly glyphLayer: number;
}

/** A run of hidden neurons, where its ellipsis stands. */
export interface HiddenRun {
  readonly cross: number;
  readonly from: number;
  readonly count: number;
}

/** A layer where it stands. `cross` runs along the layer, `main` along the layers. CSS pixels. */
export interface LayerGeometry extends LayerPlacement {
  readonly layer: number;
  readonly places: LayerPlaces;
  /** Where something beside each neuron stands: along the layers, and how far along the layer from the neuron's middle. */
  readonly beside?: { readonly from: number; readonly length: number; readonly shift: number };
  readonly hiddenRuns: readonly HiddenRun[];
  /** Distance between neighbours. */
  readonly pitch: number;
  /** Where the layer begins and ends along itself, with the discs' own size. */
  readonly low: number;
  readonly high: number;
  /** Whether each neuron's label has room. */
  readonly labelled: boolean;
  /** How wide a label may be. */
  readonly labelRoom: number;
  /** How far a label stands before its neuron's middle, along the layer: a bar may lie below it. */
  readonly labelLift: number;
}

export interface GraphGeometry {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly layers: readonly LayerGeometry[];
  /** Room that the layers' names have along the layers. */
  readonly nameRoom: number;
  /** Lines that the layers' names take: a second one where a name fits a word a line only. */
  readonly nameLines: 1 | 2;
  /** How much larger than usual words are: 1, and more where the picture is as wide as a wall. */
  readonly wordScale: number;
}
