import type { Cost } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { NetworkDescription } from '../core/network.js';
import type { LayerActivations } from '../core/trainer.js';
import type { ViewCapabilities } from './capabilities.js';
import type { RecordedSeries } from './scalars.js';
import type { SeriesViews, ViewKind, Views } from './view.js';

/** All that frames are made of: parameters at a step, and what they are shown with. Views read it and never change it. */
export interface ViewContext {
  readonly network: NetworkDescription;
  /** Flat, see `parameterLayout`. A source may fetch them only when they are asked for. */
  readonly parameters: Float32Array;
  /** A copy of them, to be given away. */
  copyParameters(): Float32Array;
  readonly runId: string;
  readonly step: number;
  /** null where the source does not say. */
  readonly cost: Cost | null;
  readonly training: Dataset | null;
  readonly validation: Dataset | null;
  readonly probes: readonly Float32Array[];
  /** Forward at these parameters, by the fastest arithmetic at hand: inputs row-major [rows × inputs]. */
  forward(inputs: Float32Array, rows: number): LayerActivations;
  /** Rows of the training set that the latest step learned from; null where the source does not know. */
  latestBatch(): Uint32Array | null;
  /** What was recorded of the run, put together when asked for; null where the source records nothing. */
  readonly scalars: (() => readonly RecordedSeries[]) | null;
}

/** One kind of view: what it accepts and how its frame is made. */
export interface ViewDefinition<K extends ViewKind> {
  readonly kind: K;
  /** A function of one step, or of a range of them. */
  readonly sort: K extends keyof SeriesViews ? 'series' : 'state';
  /** What a view of this kind may say beside its kind. */
  readonly fields: readonly Exclude<keyof Views[K]['view'], 'kind'>[];
  /** Throws `invalid-view` or `invalid-input` where the view is ill-formed, `unsupported` where the source lacks what it needs. */
  validate(view: Views[K]['view'], capabilities: ViewCapabilities): void;
  /** The frame of a valid view. Its arrays are new: they may be transferred. */
  compute(view: Views[K]['view'], context: ViewContext): Views[K]['frame'];
}
