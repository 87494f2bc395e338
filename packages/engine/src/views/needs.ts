import type { LayerActivations } from '../core/trainer.js';
import type { LayerChoice } from './layerChoice.js';
import type { RecordedSeries } from './recordedSeries.js';
import type { ViewSetting } from './context.js';
import type { RowSample } from './rows.js';
import type { ScalarsNeed } from './scalarsNeed.js';

/** What a view needs from a source at its step. A source may take its time to meet a need; computing the frame is then synchronous. */
export interface NeedMap {
  /** Weights and biases: of some layers, or of all. `owned`: as a copy that may be given away. */
  readonly parameters: { readonly layers: LayerChoice; readonly owned?: boolean };
  /** z and a of rows that run through the network: of some layers, or of all. */
  readonly activations: { readonly rows: (setting: ViewSetting) => RowSample; readonly layers: LayerChoice };
  /** The kernel of a convolutional layer. */
  readonly kernel: { readonly layer: number };
  /** Which rows the latest step learned from. */
  readonly batch: true;
  /** The recorded series, by name, and what of them. A source may give more: the frame is reduced to that. */
  readonly scalars: ScalarsNeed;
}
export type NeedKind = keyof NeedMap;
export type Needs = Partial<NeedMap>;

export interface GivenParameters {
  /** W, b of the layers asked for, one after the other; all: W₁, b₁, W₂, b₂, …. */
  readonly flat: Float32Array;
  /** [l]: views into `flat`, empty for layers that were not requested. */
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];
}

export interface GivenActivations {
  readonly sample: RowSample;
  /**
   * Calls back with all rows, chunk by chunk: [l] of z and a, row-major, read only and valid during the call; `start` is the index of
   * the chunk's first row. Layers that were not requested may be empty.
   */
  readonly visit: (see: (chunk: LayerActivations, start: number) => void) => void;
}

/** The needs, met. */
export interface GivenMap {
  readonly parameters: GivenParameters;
  readonly activations: GivenActivations;
  /** [rows × columns × channels × filters] */
  readonly kernel: Float32Array;
  readonly batch: Uint32Array;
  readonly scalars: readonly RecordedSeries[];
}
export type Given = Partial<GivenMap>;
