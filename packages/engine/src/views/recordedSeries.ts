/** The meaning of a series: a cost (of training batches, held-out rows or test rows), or any other metric. */
export type ScalarRole = 'training' | 'validation' | 'test' | 'metric';

/** A series as its recorder holds it: arrays of one length, by ascending step. */
export interface RecordedSeries {
  readonly name: string;
  readonly role: ScalarRole;
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly epochs?: ArrayLike<number>;
  readonly times?: ArrayLike<number>;
}
