/** An input: a probe pinned when the session was made, a row of a data set, or plain values. */
export type InputReference =
  | { readonly probe: number }
  | { readonly sample: number; readonly of?: 'training' | 'validation' }
  | { readonly values: readonly number[] };

/**
 * Which rows a view samples: evenly spaced rows of a data set (row ⌊i·rows/n⌋ for i = 0 … n − 1), or all probes.
 * Default everywhere: the training set if there is one, otherwise the held-out set, otherwise the probes.
 */
export type RowsReference = 'training' | 'validation' | 'probes';
