import type { FrameMap } from '../../shared/quantities/frames.js';

/**
 * What a graph shows: the latest frame of each view it watches, and of these what its own arithmetic reads (tooltips, notes, editing).
 * Arrays belong to their frames: read only.
 */
export interface GraphNumbers {
  /** Names the run: running domains start again with another. */
  readonly runId: string;
  readonly step: number;
  /** The frames that quantities are computed from. */
  readonly frames: FrameMap;
  /** [l] row-major [inputs × neurons], empty at l = 0; null while unknown. */
  readonly weights: readonly Float32Array[] | null;
  readonly biases: readonly Float32Array[] | null;
  /** [l][neuron]; index 0 holds the input. */
  readonly activations: readonly Float32Array[] | null;
  readonly preActivations: readonly Float32Array[] | null;
  readonly target: Float32Array | null;
  /** f′(z), known while a pass is shown. */
  readonly slopes: readonly Float32Array[] | null;
  /** ∂C/∂z. */
  readonly deltas: readonly Float32Array[] | null;
  /** [l][neuron] 1 dead, 2 saturated. */
  readonly flags: readonly Uint8Array[] | null;
  /** Pictures in the neurons of one layer, neuron-major. */
  readonly glyphs: { readonly rows: number; readonly columns: number; readonly values: Float32Array } | null;
}

export const noNumbers: GraphNumbers = {
  runId: '',
  step: 0,
  frames: new Map(),
  weights: null,
  biases: null,
  activations: null,
  preActivations: null,
  target: null,
  slopes: null,
  deltas: null,
  flags: null,
  glyphs: null,
};
