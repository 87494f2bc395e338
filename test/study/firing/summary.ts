import type { Drop } from '@neuroglow/engine/core';

/** A curve that only rises, from 0: what has been counted or moved up to a step. */
export interface Cumulative {
  readonly steps: Float64Array;
  readonly sums: Float64Array;
}

/** What the neurons of some layers did in a run: the hidden ones, or the output's. */
export interface GroupSummary {
  /** Steps of firing events, ascending, per setting of the band: half, base, double. */
  readonly events: Readonly<Record<BandName, Float64Array>>;
  /** The same for random thresholds: one list per draw. */
  readonly randomEvents: readonly Float64Array[];
  /** Steps from crossing to confirmation, one per event of the base band. */
  readonly delays: Float64Array;
  /** Movement so far, of all neurons and probes, in units of colour. */
  readonly movement: Cumulative;
  /** The same of the neuron–probe pairs that have events. */
  readonly switcherMovement: Cumulative;
  /** Of all, over half and double windows. */
  readonly movementHalf: Cumulative;
  readonly movementDouble: Cumulative;
  /** Neuron–probe pairs, and how many of them started inside the band. */
  readonly pairs: number;
  readonly startInside: number;
}

/** How the colours of the hidden neurons differ between two steps: mean over neurons (and probes other than zero) of the absolute change. */
export interface ColourChange {
  readonly activation: number;
  readonly bias: number;
}

/** What carried a drop. */
export interface CarrierSummary {
  readonly fall: number;
  /** Share of the fall, largest first. */
  readonly top: number;
  readonly topSwitched: boolean;
  readonly switchers: number;
  /** Shares of the fall: of the neurons that switched in the drop, of the others, of the outgoing weights. */
  readonly switched: number;
  readonly others: number;
  readonly outgoing: number;
}

export interface DropSummary {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  /** In the drop, in the equally long window before, and in the equally long stretch at the end of the run. */
  readonly inside: ColourChange;
  readonly before: ColourChange;
  readonly end: ColourChange;
  readonly hiddenEvents: number;
  readonly outputEvents: number;
  readonly carriers: CarrierSummary;
  /** Mean |correlation| of the last hidden layer's neurons at the drop's ends. */
  readonly correlation: readonly [before: number, after: number];
  readonly aligned: Aligned;
}

/** A drop stretched to length 1, from one length before it to one length after. */
export interface Aligned {
  /** At u = −1 … 2: the cost, 1 at the drop's beginning and 0 at its end. */
  readonly cost: Float32Array;
  /** Mean change of colour per unit of u, hidden neurons. */
  readonly activation: Float32Array;
  readonly bias: Float32Array;
  /** Events of hidden neurons per bin between two u. */
  readonly events: Float32Array;
}

/** How many u an aligned drop has. */
export const alignedPoints = 61;

export type BandName = 'half' | 'base' | 'double';
export type DropSetting =
  'base' | 'window half' | 'window double' | 'share 0.05' | 'share 0.2' | 'prior 0.25' | 'prior 0.75';

/** A run boiled down to what the statistics need. */
export interface RunSummary {
  readonly seed: number;
  readonly lastStep: number;
  readonly diverged: boolean;
  readonly accuracy: number | null;
  readonly firstCost: number;
  readonly lastCost: number;
  readonly drops: Readonly<Record<DropSetting, readonly Drop[]>>;
  readonly hidden: GroupSummary;
  readonly output: GroupSummary;
  /** Movement of σ(b) of the hidden neurons so far. */
  readonly biasMovement: Cumulative;
  /** Of the drops that do not begin at the start. */
  readonly dropSummaries: readonly DropSummary[];
}
