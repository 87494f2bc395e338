/** Rows to learn from. Copied at the border, never detached. */
export interface Dataset {
  /** Row-major [rows × inputs]. */
  readonly inputs: Float32Array;
  /** Row-major [rows × outputs]. */
  readonly targets: Float32Array;
  readonly rows: number;
  /** A name an output, for classification. */
  readonly classNames?: readonly string[];
}
