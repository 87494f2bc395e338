import type { Cost } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { NetworkDescription } from '../core/network.js';
import type { LayerActivations } from '../core/trainer.js';
import type { LayerChoice } from './layerChoice.js';
import type { RecordedSeries } from './recordedSeries.js';
import type { ScalarsNeed } from './scalarsNeed.js';

/** What a source knows without computing anything: the run, the step and the data of a frame. Read only. */
export interface ViewSetting {
  readonly network: NetworkDescription;
  readonly runId: string;
  readonly step: number;
  /** null where the source does not say. */
  readonly cost: Cost | null;
  readonly training: Dataset | null;
  readonly validation: Dataset | null;
  readonly probes: readonly Float32Array[];
}

/** A setting, and everything to meet all needs at once: the parameters, and arithmetic that runs rows through the network. */
export interface ViewContext extends ViewSetting {
  /** Flat, see `parameterLayout`. Fetched on first access. */
  readonly parameters: Float32Array;
  /** A copy that may be given away, of all of them or of some layers: W and b of each, in the network's order. */
  copyParameters(layers: LayerChoice): Float32Array;
  /** Forward pass with these parameters, by the fastest arithmetic available: inputs row-major [rows × inputs]. */
  forward(inputs: Float32Array, rows: number): LayerActivations;
  /** Rows of the training set that the latest step learned from; null where the source does not know. */
  latestBatch(): Uint32Array | null;
  /** The recorded series of the run, assembled on request, or what of them is needed; null if the source records nothing. */
  readonly scalars: ((needed: ScalarsNeed) => readonly RecordedSeries[]) | null;
}
