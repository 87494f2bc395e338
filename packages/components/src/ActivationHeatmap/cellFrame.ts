/** The numbers of one frame, ready to be painted. */
export interface CellFrame {
  /** All values painted, in the order of the layout's blocks. */
  readonly values: Float32Array;
  /** For each group a value a neuron, to be told and shown as a dot; null while there are none. */
  readonly readings: readonly (ArrayLike<number> | null)[];
}
