/** A data set as a caller gives it: plain arrays are rounded to float32, and `rows` follows from the length of `inputs`. */
export interface DatasetOptions {
  /** Row-major [rows × inputs]: row after row. */
  readonly inputs: ArrayLike<number>;
  /** Row-major [rows × outputs]; `oneHot` makes them from class numbers. */
  readonly targets: ArrayLike<number>;
  /** @default the length of `inputs` / the number of the network's inputs */
  readonly rows?: number | undefined;
  /** One name per output, for classification. */
  readonly classNames?: readonly string[] | undefined;
}

/** Rows to learn from. Public functions copy it; its buffers are never transferred. */
export interface Dataset {
  /** Row-major [rows × inputs]. */
  readonly inputs: Float32Array;
  /** Row-major [rows × outputs]. */
  readonly targets: Float32Array;
  readonly rows: number;
  /** One name per output, for classification. */
  readonly classNames?: readonly string[];
}
