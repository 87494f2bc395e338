import type { Cost } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { NetworkDescription } from '../core/network.js';
import type { LayerActivations } from '../core/trainer.js';
import type { LayerChoice } from './layerChoice.js';
import type { RecordedSeries } from './recordedSeries.js';

/** What a frame is of and what it is shown with: all that a source knows at once. Views read it and never change it. */
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

/** A setting and the means to meet every need here and now: the parameters, and arithmetic that runs rows through the network. */
export interface ViewContext extends ViewSetting {
  /** Flat, see `parameterLayout`. Fetched only when they are asked for. */
  readonly parameters: Float32Array;
  /** A copy that may be given away, of all of them or of some layers: W and b of each, in the network's order. */
  copyParameters(layers: LayerChoice): Float32Array;
  /** Forward at these parameters, by the fastest arithmetic at hand: inputs row-major [rows × inputs]. */
  forward(inputs: Float32Array, rows: number): LayerActivations;
  /** Rows of the training set that the latest step learned from; null where the source does not know. */
  latestBatch(): Uint32Array | null;
  /** What was recorded of the run, put together when asked for; null where the source records nothing. */
  readonly scalars: (() => readonly RecordedSeries[]) | null;
}
