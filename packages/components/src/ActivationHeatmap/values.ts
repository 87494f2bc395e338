import { NeuroglowError, type Activation } from '@neuroglow/engine';

/** One layer's values, for a trainer of one's own. */
export interface HeatmapLayer {
  readonly name: string;
  /** [neurons] */
  readonly values: ArrayLike<number>;
  /** Fixes the colours' domain. Default null: as an input's. */
  readonly activation?: Activation | null | undefined;
  /** [rows, columns] where the neurons form an image. */
  readonly shape?: readonly [rows: number, columns: number] | null | undefined;
  readonly labels?: readonly string[] | null | undefined;
}

/** One picture a neuron, for a trainer of one's own: `pictures` is [neurons × rows × columns]. */
export interface HeatmapPictures {
  /** Name of the layer that the neurons belong to. */
  readonly name: string;
  readonly neurons: number;
  readonly rows: number;
  readonly columns: number;
  readonly pictures: ArrayLike<number>;
  /** [neurons] for the dots beside the pictures. */
  readonly activations?: ArrayLike<number> | undefined;
  /** Default 1. */
  readonly layer?: number | undefined;
}

/** Plain values in place of a source: strips of layers, or a picture a neuron. */
export type HeatmapValues = { readonly layers: readonly HeatmapLayer[] } | HeatmapPictures;

/** Throws a NeuroglowError that says how to mend values that cannot be drawn. */
export function checkValues(values: HeatmapValues): void {
  if ('layers' in values) for (const layer of values.layers) checkLayer(layer);
  else checkPictures(values);
}

function checkLayer({ name, values, shape, labels }: HeatmapLayer): void {
  if (!(values.length > 0)) {
    throw refuse(`expected layer “${name}” to have at least one value, got none; leave out a layer without neurons.`);
  }
  if (shape && shape[0] * shape[1] !== values.length) {
    throw refuse(
      `expected layer “${name}” of shape ${shape.join(' × ')} to have ${shape[0] * shape[1]} values, got ${values.length}; ` +
        'make shape [rows, columns] fit, or leave it out.',
    );
  }
  if (labels && labels.length !== values.length) {
    throw refuse(
      `expected layer “${name}” to have a label for each of its ${values.length} neurons, got ${labels.length}; give one each, or none.`,
    );
  }
}

function checkPictures({ neurons, rows, columns, pictures, activations }: HeatmapPictures): void {
  for (const [name, count] of Object.entries({ neurons, rows, columns })) {
    if (!Number.isInteger(count) || count < 1) {
      throw refuse(`expected ${name} to be a whole number from 1 on, got ${count}; say how large the pictures are.`);
    }
  }
  if (pictures.length !== neurons * rows * columns) {
    throw refuse(
      `expected pictures to have ${neurons} × ${rows} × ${columns} = ${neurons * rows * columns} values, got ${pictures.length}; ` +
        'give them neuron after neuron, each row by row.',
    );
  }
  if (activations && activations.length !== neurons) {
    throw refuse(`expected ${neurons} activations, one a neuron, got ${activations.length}; give one each, or none.`);
  }
}

function refuse(message: string): NeuroglowError {
  return new NeuroglowError('invalid-input', message);
}
