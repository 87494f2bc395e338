import type { Cost } from '../core/configuration.js';
import type { Dataset } from '../core/dataset.js';
import type { NetworkDescription } from '../core/network.js';
import { targetKind, type TargetKind } from './targetKind.js';

/** What is known of a data set without holding it. */
export interface DataCapabilities {
  readonly rows: number;
  readonly targets: TargetKind;
}

/** What a source can offer to views, as plain data that can cross to and from workers. */
export interface ViewCapabilities {
  /** null while it is not known, or if there is none. */
  readonly network: NetworkDescription | null;
  readonly cost: Cost | null;
  readonly training: DataCapabilities | null;
  readonly validation: DataCapabilities | null;
  /** How many. */
  readonly probes: number;
  /** Whether the source knows which rows its latest step learned from. */
  readonly batches: boolean;
  /** Whether the source records costs or other numbers step by step. */
  readonly scalars: boolean;
  /** What the source itself reads of layers that this library does not compute. Absent: nothing, so only dense networks are computed. */
  readonly given?: GivenByModel;
}

/** Whether a model that lives elsewhere gives values of any kind of layer: true, or why not. */
export interface GivenByModel {
  readonly activations: true | string;
  readonly kernels: true | string;
}

/** The capabilities of a source that holds its data. */
export function viewCapabilities(source: {
  readonly network: NetworkDescription | null;
  readonly cost: Cost | null;
  readonly training: Dataset | null;
  readonly validation: Dataset | null;
  readonly probes: readonly Float32Array[];
  readonly batches: boolean;
  readonly scalars: boolean;
  readonly given?: GivenByModel;
}): ViewCapabilities {
  const { network, cost, training, validation, probes, batches, scalars, given } = source;
  return {
    network,
    cost,
    training: dataCapabilities(training),
    validation: dataCapabilities(validation),
    probes: probes.length,
    batches,
    scalars,
    ...(given !== undefined && { given }),
  };
}

function dataCapabilities(dataset: Dataset | null): DataCapabilities | null {
  return dataset && { rows: dataset.rows, targets: targetKind(dataset) };
}
