import type { LayerDescription, LayerKind } from '@neuroglow/engine';

/** How a layer is drawn: neuron by neuron, or as one named block with its shape. */
export type LayerLook = 'neurons' | 'block';

/** How each kind of layer is drawn. A new kind has to be given a look here. */
const layerLooks: Readonly<Record<LayerKind, LayerLook>> = {
  input: 'neurons',
  dense: 'neurons',
  conv2d: 'block',
  pool: 'block',
  flatten: 'block',
  normalization: 'block',
  add: 'block',
  concatenate: 'block',
  opaque: 'block',
};

/** How a layer is drawn. Inputs of several channels are blocks too: their neurons are no picture of one value a pixel. */
export function lookOf({ kind, shape }: Pick<LayerDescription, 'kind' | 'shape'>): LayerLook {
  return shape.length === 3 && shape[2] > 1 ? 'block' : layerLooks[kind];
}

/** Most sheets of a block: more channels would only be a longer stack. */
const MOST_SHEETS = 4;
/** The width of a list of neurons, in rows of a picture as high as it is. */
const LIST_WIDTH = 0.16;

/** A block's sides, relative to those of others, and how many sheets it is a stack of. */
export function blockSides({ shape }: Pick<LayerDescription, 'shape'>): {
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
} {
  // By the root: an area then grows with the number of pixels, and small layers can still be seen.
  if (shape.length === 3) {
    const [rows, columns, channels] = shape;
    return { rows: Math.sqrt(rows), columns: Math.sqrt(columns), sheets: Math.min(MOST_SHEETS, channels) };
  }
  const rows = Math.sqrt(Math.sqrt(shape[0]));
  return { rows, columns: rows * LIST_WIDTH, sheets: 1 };
}
