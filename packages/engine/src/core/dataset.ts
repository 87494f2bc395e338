/** A data set as a caller gives it: plain arrays are rounded to float32, and `rows` follows from the length of `inputs`. */
export interface DatasetOptions {
  /** Row-major [rows × inputs]: one row's numbers after the other's. */
  readonly inputs: ArrayLike<number>;
  /** Row-major [rows × outputs]; `oneHot` makes them from class numbers. */
  readonly targets: ArrayLike<number>;
  /** @default the length of `inputs` / the number of the network's inputs */
  readonly rows?: number | undefined;
  /** One name per output, for classification. */
  readonly classNames?: readonly string[] | undefined;
}

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
