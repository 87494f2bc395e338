/** The meaning of a series: a cost (of training batches, held-out rows or test rows), or any other metric. */
export type ScalarRole = 'training' | 'validation' | 'test' | 'metric';

/** How many values a series has within a range, whether or not each is among its points. */
export interface ScalarCounts {
  readonly recorded: number;
  /** NaN and ±∞. */
  readonly notFinite: number;
  /** Finite values of 0 or less, which a log axis cannot show. */
  readonly notPositive: number;
}

/** A series as its recorder holds it: arrays of one length, by ascending step. */
export interface RecordedSeries {
  readonly name: string;
  readonly role: ScalarRole;
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly epochs?: ArrayLike<number>;
  readonly times?: ArrayLike<number>;
  /** If its recorder has reduced it: the mean of all values that a point stands for. */
  readonly means?: ArrayLike<number>;
  /** If its recorder has reduced it: counts of all values within the range needed. */
  readonly counts?: ScalarCounts;
}
