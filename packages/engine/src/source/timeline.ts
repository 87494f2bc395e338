/** Which steps of a run can be shown, and what it takes. Small and immutable; replaced at most once per displayed frame. */
export interface TimelineSnapshot {
  /** The first and the latest step that can be shown, both included. */
  readonly first: number;
  readonly last: number;
  /** The steps that can be shown: every one from `first` to `last`, or just these, ascending. */
  readonly kept: 'every' | readonly number[];
  /** How many full states are kept. */
  readonly keyframes: number;
  /** The memory that they take, in bytes. */
  readonly bytes: number;
  /** Steps that are being computed now, with the expected time left in milliseconds. */
  readonly seeks: readonly Seek[];
}

/** A step that is being computed. */
export interface Seek {
  readonly step: number;
  readonly expectedMs: number;
}

/** The recorded steps of a source's present run. */
export interface Timeline {
  readonly getSnapshot: () => TimelineSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
}
