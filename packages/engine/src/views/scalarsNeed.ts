/** What a view needs of the recorded series. */
export interface ScalarsNeed {
  /** Left out: all series. */
  readonly names?: readonly string[];
  /** Steps from … to …, both included. */
  readonly range: readonly [from: number, to: number];
  /** Points per series that are enough. */
  readonly points: number;
}
